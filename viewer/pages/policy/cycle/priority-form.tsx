import { useSignal } from '@preact/signals';
import type { PolicyCycle, PolicyPriority } from '../../../../geodata/policy/cycle.ts';
import { Field, LinesField } from '../../../parts/form/field.tsx';
import { SharedForm, useWriting } from '../../../parts/form/shared-form.tsx';
import { indicatorOf, indicators } from '../../../state/catalog.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { changeCycle } from '../policy.ts';

interface PriorityFormProps {
  readonly cycle: PolicyCycle;
  /** As it is now; null for a new one. */
  readonly priority: PolicyPriority | null;
  readonly close: () => void;
}

/** A priority to write: its name, what it is about, and the figures that it is judged by. */
export function PriorityForm({ cycle, priority, close }: PriorityFormProps) {
  const text = policyWords.value;
  const number = useSignal(priority?.id ?? crypto.randomUUID());
  const [title, about] = [useSignal(priority?.title ?? ''), useSignal(priority?.about ?? '')];
  const chosen = useSignal<readonly string[]>(priority?.indicators ?? []);
  const writing = useWriting(close);
  const set = (part: { value: string }) => (value: string) => {
    part.value = value;
  };
  const nameOf = (address: string) => {
    const found = indicatorOf(address);
    return found ? translate(found.name) : address;
  };
  const submit = () =>
    changeCycle(`${cycle.id}/priorities/${number.value}`, {
      title: title.value,
      about: about.value,
      indicators: chosen.value,
      version: priority?.version ?? 0,
    });
  return (
    <SharedForm
      label={priority ? text.forms.editOf(priority.title) : text.cycle.addPriority}
      writing={writing}
      submit={submit}
      cancel={close}
      theirs={[
        [text.cycle.priority, priority?.title ?? ''],
        [text.cycle.about, priority?.about ?? ''],
        [text.cycle.indicators, priority?.indicators.map(nameOf).join(', ') ?? ''],
      ]}
    >
      <Field label={text.cycle.priority} value={title.value} change={set(title)} required isNext />
      <LinesField label={text.cycle.about} value={about.value} change={set(about)} />
      <div class="form-field shared-form-wide">
        <span>{text.cycle.indicators}</span>
        <ul class="indicator-list">
          {chosen.value.map((address) => (
            <li key={address}>
              <button
                type="button"
                class="button"
                aria-label={text.forms.removeOf(nameOf(address))}
                onClick={() => {
                  chosen.value = chosen.value.filter((other) => other !== address);
                }}
              >
                {nameOf(address)} ×
              </button>
            </li>
          ))}
        </ul>
        <select
          aria-label={text.cycle.addIndicator}
          value=""
          onChange={({ currentTarget }) => {
            chosen.value = [...new Set([...chosen.value, currentTarget.value])];
            currentTarget.value = '';
          }}
        >
          <option value="">{text.cycle.addIndicator}…</option>
          {indicators.value.map(({ key, name }) => (
            <option key={key} value={key}>
              {translate(name)}
            </option>
          ))}
        </select>
      </div>
    </SharedForm>
  );
}
