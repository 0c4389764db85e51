import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { readPeople, readTrail } from '../../data/accounts.ts';
import type { PeopleBody, TrailBody } from '../../data/contract.ts';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { accountWords } from '../../state/screen/account-words.ts';
import { writeTime } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { explain } from './form.tsx';

type Entry = TrailBody['entries'][number];

/** What was done by whom, the newest first, with filters; for administrators. */
export function TrailPage() {
  const text = accountWords.value.trail;
  const [act, person, from, until] = [useSignal(''), useSignal(''), useSignal(''), useSignal('')];
  const people = useSignal<PeopleBody['people']>([]);
  const found = useSignal<readonly Entry[] | null>(null);
  const next = useSignal<number | null>(null);
  const refusal = useSignal<string | null>(null);
  const read = async (before: number | null) => {
    const filter = {
      act: act.value,
      person: person.value,
      from: from.value,
      until: until.value,
      before: before === null ? '' : String(before),
    };
    try {
      const page = await readTrail(filter);
      found.value = before === null ? page.entries : [...(found.peek() ?? []), ...page.entries];
      next.value = page.next;
    } catch (error) {
      refusal.value = explain(error);
    }
  };
  useEffect(() => void read(null), [act.value, person.value, from.value, until.value]);
  useEffect(
    () =>
      void readPeople().then(
        (found) => (people.value = found.people),
        () => undefined,
      ),
    [],
  );
  if (refusal.value) return <Refusal text={refusal.value} />;
  if (!found.value) return <Waiting />;
  return (
    <>
      <p>{text.intro}</p>
      <div class="page-choices">
        <Choice
          label={text.act}
          values={Object.entries(text.acts)}
          value={act.value}
          change={(value) => (act.value = value)}
        />
        <Choice
          label={text.person}
          values={people.value.map(({ id, name }) => [id, name])}
          value={person.value}
          change={(value) => (person.value = value)}
        />
        <Field label={text.from} type="date" value={from.value} change={(value) => (from.value = value)} />
        <Field label={text.until} type="date" value={until.value} change={(value) => (until.value = value)} />
      </div>
      {found.value.length === 0 ? <p>{text.none}</p> : <Entries entries={found.value} />}
      {next.value !== null && (
        <button type="button" class="button" onClick={() => void read(next.value)}>
          {text.more}
        </button>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly (readonly [key: string, name: string])[];
  readonly value: string;
  readonly change: (value: string) => void;
}

/** One of them, or all. */
function Choice({ label, values, value, change }: ChoiceProps) {
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{accountWords.value.trail.all}</option>
        {values.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const text = accountWords.value.trail;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="trail-scroll" tabIndex={0} aria-label={text.act}>
      <table class="trail-table">
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.about}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.number}>
              <td>{entry.number}</td>
              <td>{writeTime(entry.at)}</td>
              <td>{nameActor(entry.actor, entry.name)}</td>
              <td>{text.acts[entry.act] ?? entry.act}</td>
              <td>
                {nameSubject(entry)}
                {entry.detail && <span class="soft small"> {entry.detail}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameActor(actor: string, name: string | null): string {
  const text = accountWords.value.trail;
  if (actor === 'command' || actor === 'server' || actor === 'visitor') return text[actor];
  return name ?? `${text.removed} (${actor.slice('person:'.length, 'person:'.length + 8)})`;
}

function nameSubject({ subject, subjectName }: Entry): string {
  if (subject === null) return '';
  return subject.startsWith('person:') ? nameActor(subject, subjectName) : subject;
}
