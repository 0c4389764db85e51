import { useSignal } from '@preact/signals';
import { findStep, type PolicyCycle } from '../../../../geodata/policy/cycle.ts';
import { visibilities } from '../../../../geodata/visibility.ts';
import { AskButton } from '../../../parts/form/ask-button.tsx';
import { ChoiceField } from '../../../parts/form/choice-field.tsx';
import { Field } from '../../../parts/form/field.tsx';
import { SharedForm, useWriting } from '../../../parts/form/shared-form.tsx';
import { mayEdit } from '../../../state/account.ts';
import { policyWords } from '../../../state/screen/policy-words.ts';
import { translate } from '../../../state/screen/words.ts';
import { changeCycle, templateOf } from '../policy.ts';
import { PrioritiesSection } from './priorities-section.tsx';
import { StepItem } from './step-item.tsx';

/** One cycle: how far it is, its steps in order, and what it puts first. */
export function CycleSection({ cycle }: { readonly cycle: PolicyCycle }) {
  const text = policyWords.value;
  const template = templateOf(cycle);
  if (!template) return null;
  const title = text.cycle.title(translate(template.name), cycle.fromYear, cycle.toYear);
  const states = template.steps.map(({ key }) => findStep(cycle, key).state);
  const asked = states.filter((state) => state !== 'not-applicable');
  const id = `cycle-${cycle.id}`;
  return (
    <section class="cycle" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        {text.cycle.progress(asked.filter((state) => state === 'done').length, asked.length)}.{' '}
        <span class="soft">{text.cycle.visibleTo(text.visibilities[cycle.visibility])}</span>
      </p>
      {mayEdit(cycle.municipality) && <Settings cycle={cycle} title={title} />}
      <h3>{text.cycle.steps}</h3>
      <ol class="cycle-steps">
        {template.steps.map((step) => (
          <StepItem key={step.key} cycle={cycle} step={step} />
        ))}
      </ol>
      <PrioritiesSection cycle={cycle} />
    </section>
  );
}

function Settings({ cycle, title }: { readonly cycle: PolicyCycle; readonly title: string }) {
  const text = policyWords.value;
  const [toYear, visibility] = [useSignal(String(cycle.toYear)), useSignal(cycle.visibility)];
  const writing = useWriting(() => undefined);
  const { id, version, municipality, template, fromYear } = cycle;
  const body = () => ({
    municipality,
    template,
    fromYear,
    toYear: Number(toYear.value),
    visibility: visibility.value,
    version,
  });
  return (
    <details class="cycle-settings for-writers">
      <summary>{text.cycle.settings}</summary>
      <SharedForm
        label={`${text.cycle.settings}: ${title}`}
        writing={writing}
        submit={() => changeCycle(id, body())}
        theirs={[
          [text.cycle.toYear, String(cycle.toYear)],
          [text.forms.visibility, text.visibilities[cycle.visibility]],
        ]}
      >
        <Field
          label={text.cycle.toYear}
          inputMode="numeric"
          value={toYear.value}
          change={(value) => {
            toYear.value = value;
          }}
        />
        <ChoiceField
          label={text.forms.visibility}
          value={visibility.value}
          options={visibilities.map((each) => [each, text.visibilities[each]] as const)}
          change={(value) => {
            visibility.value = value;
          }}
        />
      </SharedForm>
      <AskButton
        label={text.cycle.removeCycle}
        about={title}
        act={() => void writing.write(() => changeCycle(id, { ...body(), remove: true }))}
      />
    </details>
  );
}
