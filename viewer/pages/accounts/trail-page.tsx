import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { readPeople, readTrail } from '../../data/accounts.ts';
import type { PeopleBody, TrailBody } from '../../data/contract.ts';
import { Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { accountWords } from '../../state/screen/account-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { explain } from './form.tsx';
import { TrailEntries } from './trail-entries.tsx';

type Entry = TrailBody['entries'][number];

/** What was done by whom, the newest first, with filters; for administrators. */
export function TrailPage() {
  const text = accountWords.value.trail;
  const [act, person, from, until] = [useSignal(''), useSignal(''), useSignal(''), useSignal('')];
  const people = useSignal<PeopleBody['people']>([]);
  const found = useSignal<readonly Entry[] | null>(null);
  const next = useSignal<number | null>(null);
  const refusal = useSignal<string | null>(null);
  // What was asked for last counts, whichever answer comes last.
  const asked = useRef(0);
  const read = async (before: number | null) => {
    asked.current += 1;
    const number = asked.current;
    const filter = {
      act: act.value,
      person: person.value,
      from: from.value,
      until: until.value,
      before: before === null ? '' : String(before),
    };
    try {
      const page = await readTrail(filter);
      if (number !== asked.current) return;
      refusal.value = null;
      found.value = before === null ? page.entries : [...(found.peek() ?? []), ...page.entries];
      next.value = page.next;
    } catch (error) {
      if (number === asked.current) refusal.value = explain(error);
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
  if (!found.value) return refusal.value ? <Refusal text={refusal.value} /> : <Waiting />;
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
      <Refusal text={refusal.value} />
      {found.value.length === 0 ? <p>{text.none}</p> : <TrailEntries entries={found.value} />}
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
