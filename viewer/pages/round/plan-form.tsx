import { useSignal } from '@preact/signals';
import { makeKey } from '../../../geodata/questionnaire/editing/naming.ts';
import { surveyModes } from '../../../geodata/survey.ts';
import type { QuestionnairesBody } from '../../data/contract.ts';
import type { RoundPlan } from '../../data/questionnaires.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { CheckField, Field } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { roundWords } from '../../state/screen/round-words.ts';
import { NumberField } from '../questionnaires/number-field.tsx';
import { useSending } from '../questionnaires/sending.ts';

interface PlanFormProps {
  readonly known: QuestionnairesBody;
  readonly plan: RoundPlan;
  readonly isNew?: boolean;
  readonly button: string;
  readonly save: (plan: RoundPlan) => Promise<void>;
}

/** What is planned of a round: what is asked, when, of whom, and what is shown of few answers. */
export function PlanForm({ known, plan: begun, isNew = false, button, save }: PlanFormProps) {
  const { plan: text } = roundWords.value;
  const plan = useSignal(begun);
  const sending = useSending();
  const change = (part: Partial<RoundPlan>) => {
    plan.value = { ...plan.peek(), ...part };
  };
  const { name, settings, opensOn, closesOn } = plan.value;
  const isKeyTyped = useSignal(false);
  return (
    <form
      class="round-form"
      aria-label={text.title}
      onSubmit={(event) => {
        event.preventDefault();
        void sending.run(() => save(plan.peek()));
      }}
    >
      <Field
        label={text.name}
        required
        value={name.nl ?? ''}
        change={(nl) =>
          change({
            name: { ...name, nl: nl.slice(0, 120) },
            ...(isNew &&
              !isKeyTyped.peek() && { key: nl === '' ? '' : makeKey(nl, listKeys(known), 'ronde') }),
          })
        }
      />
      {isNew && (
        <Field
          label={text.key}
          hint={text.keyHint}
          required
          value={plan.value.key}
          change={(key) => {
            isKeyTyped.value = true;
            change({ key });
          }}
        />
      )}
      <VersionChoice known={known} plan={plan.value} change={change} />
      <ChoiceField
        label={text.boundaryYear}
        value={String(plan.value.boundaryYear)}
        options={known.boundaryYears.map((year) => [String(year), String(year)])}
        change={(year) => change({ boundaryYear: Number(year) })}
      />
      <Field
        label={text.period}
        hint={text.periodHint}
        required
        value={plan.value.period}
        change={(period) => change({ period: period.trim() })}
      />
      <Field
        label={text.opensOn}
        type="date"
        required
        value={opensOn}
        change={(day) => change({ opensOn: day })}
      />
      <Field
        label={text.closesOn}
        hint={text.bothDays}
        type="date"
        required
        value={closesOn}
        change={(day) => change({ closesOn: day })}
      />
      <ChoiceField
        label={text.ageFrom}
        value={String(plan.value.ageFrom)}
        options={([15, 18] as const).map((years) => [String(years), text.age(years)])}
        change={(years) => change({ ageFrom: years === '18' ? 18 : 15 })}
      />
      <ChoiceField
        label={text.mode}
        value={plan.value.mode}
        options={surveyModes.map((mode) => [mode, text.modes[mode]])}
        change={(mode) => change({ mode })}
      />
      <NumberField
        label={text.hiddenBelow}
        value={settings.hiddenBelow}
        least={10}
        most={10_000}
        change={(hiddenBelow) => change({ settings: { ...settings, hiddenBelow } })}
      />
      <NumberField
        label={text.indicativeBelow}
        value={settings.indicativeBelow}
        least={10}
        most={10_000}
        change={(indicativeBelow) => change({ settings: { ...settings, indicativeBelow } })}
      />
      <CheckField
        label={text.openLink}
        hint={text.openLinkHint}
        value={plan.value.hasOpenLink}
        change={(hasOpenLink) => change({ hasOpenLink })}
      />
      <CheckField
        label={text.removesSheets}
        hint={text.removesSheetsHint}
        value={settings.removesSheets}
        change={(removesSheets) => change({ settings: { ...settings, removesSheets } })}
      />
      <Refusal text={sending.problem.value} />
      <button type="submit" class="button button-main" disabled={sending.isBusy.value}>
        {button}
      </button>
    </form>
  );
}

const listKeys = ({ rounds }: QuestionnairesBody) => rounds.map(({ key }) => key);

interface VersionChoiceProps {
  readonly known: QuestionnairesBody;
  readonly plan: RoundPlan;
  readonly change: (part: Partial<RoundPlan>) => void;
}

/** The fixed versions that can be asked. */
function VersionChoice({ known, plan, change }: VersionChoiceProps) {
  const { plan: text } = roundWords.value;
  const fixed = known.questionnaires.filter(({ isFixed }) => isFixed);
  return (
    <div class="round-wide">
      <ChoiceField
        label={text.version}
        value={`${plan.questionnaire}.${plan.version}`}
        options={fixed.map((one) => [
          `${one.key}.${one.version}`,
          text.versionOf(one.version, one.name.nl ?? one.key),
        ])}
        change={(chosen) => {
          const [questionnaire = '', version = '1'] = chosen.split('.');
          change({ questionnaire, version: Number(version) });
        }}
      />
    </div>
  );
}
