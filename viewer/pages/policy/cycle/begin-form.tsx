import { useSignal } from '@preact/signals';
import { type Visibility, visibilities } from '../../../../geodata/visibility.ts';
import { ChoiceField } from '../../../parts/form/choice-field.tsx';
import { Field } from '../../../parts/form/field.tsx';
import { SharedForm, useWriting } from '../../../parts/form/shared-form.tsx';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { changeCycle, template, templates } from '../policy.ts';

/** Begins the cycle of a municipality by one of the templates. */
export function BeginForm({ municipality }: { readonly municipality: string }) {
  const text = policyWords.value;
  const first = new Date().getFullYear() + 1;
  const chosen = useSignal(template.value?.key ?? '');
  const [fromYear, toYear] = [useSignal(String(first)), useSignal(String(first + 3))];
  const visibility = useSignal<Visibility>('public');
  const writing = useWriting(() => undefined);
  const set =
    <Value,>(part: { value: Value }) =>
    (value: Value) => {
      part.value = value;
    };
  const begin = () =>
    changeCycle(crypto.randomUUID(), {
      municipality,
      template: chosen.value,
      fromYear: Number(fromYear.value),
      toYear: Number(toYear.value),
      visibility: visibility.value,
      version: 0,
    });
  return (
    <section class="for-writers" aria-labelledby="begin">
      <h2 id="begin">{text.cycle.begin}</h2>
      <SharedForm label={text.cycle.begin} button={text.cycle.begin} writing={writing} submit={begin}>
        <ChoiceField
          label={text.cycle.template}
          value={chosen.value}
          options={templates.value.map(({ key, name }) => [key, translate(name)] as const)}
          change={set(chosen)}
        />
        <ChoiceField
          label={text.forms.visibility}
          value={visibility.value}
          options={visibilities.map((each) => [each, text.visibilities[each]] as const)}
          change={set(visibility)}
        />
        <Field
          label={text.cycle.fromYear}
          inputMode="numeric"
          value={fromYear.value}
          change={set(fromYear)}
        />
        <Field label={text.cycle.toYear} inputMode="numeric" value={toYear.value} change={set(toYear)} />
      </SharedForm>
    </section>
  );
}
