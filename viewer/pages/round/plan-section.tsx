import { useSignal } from '@preact/signals';
import type { QuestionnairesBody } from '../../data/contract.ts';
import { readQuestionnaires, saveRound } from '../../data/questionnaires.ts';
import { Refusal } from '../../parts/form/refusal.tsx';
import { policyWords } from '../../state/screen/policy-words.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { useSending } from '../questionnaires/sending.ts';
import type { RoundPartProps } from './part-props.ts';
import { PlanForm } from './plan-form.tsx';

/** What was planned; changed by an administrator until the round is open. */
export function PlanSection({ round, show }: RoundPartProps) {
  const { plan: text } = roundWords.value;
  const { plan, state, own, revision } = round;
  const known = useSignal<QuestionnairesBody | null>(null);
  const sending = useSending();
  const { period, boundaryYear, ageFrom, mode, hasOpenLink, settings } = plan;
  const facts = [
    [text.period, period],
    [text.boundaryYear, String(boundaryYear)],
    [text.ageFrom, text.age(ageFrom)],
    [text.mode, text.modes[mode]],
    [text.openLink, hasOpenLink ? text.yes : text.no],
    [text.hiddenBelow, String(settings.hiddenBelow)],
    [text.indicativeBelow, String(settings.indicativeBelow)],
    [text.removesSheets, settings.removesSheets ? text.yes : text.no],
  ] as const;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{text.title}</h2>
      {known.value ? (
        <PlanForm
          known={known.value}
          plan={plan}
          button={text.save}
          save={async (next) => {
            show(await saveRound(next, revision));
            known.value = null;
          }}
        />
      ) : (
        <>
          <dl class="round-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {own === null && state === 'planned' && (
            <button
              type="button"
              class="button"
              aria-label={policyWords.value.forms.editOf(text.title)}
              onClick={() =>
                void sending.run(async () => {
                  known.value = await readQuestionnaires();
                })
              }
            >
              {policyWords.value.forms.edit}
            </button>
          )}
          <Refusal text={sending.problem.value} />
        </>
      )}
    </section>
  );
}
