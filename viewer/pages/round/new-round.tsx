import { dayAfter } from '../../../geodata/day.ts';
import { usualSettings } from '../../../geodata/questionnaire/round.ts';
import type { QuestionnairesBody } from '../../data/contract.ts';
import { type RoundPlan, readQuestionnaires, saveRound } from '../../data/questionnaires.ts';
import { changeView } from '../../state/link/view.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { findToday } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { useReading } from '../questionnaires/reading.ts';
import { RefusedPage } from '../questionnaires/refused-page.tsx';
import { PlanForm } from './plan-form.tsx';

/** A round of a fixed version that is to be prepared. */
export function NewRound() {
  const { page, plan: text } = roundWords.value;
  const { data, refusal } = useReading(readQuestionnaires);
  if (refusal.value) return <RefusedPage {...refusal.value} />;
  const known = data.value;
  if (!known) return <Waiting />;
  const begun = beginPlan(known);
  if (known.own !== null) return <RefusedPage kind="forbidden" reason="" />;
  if (!begun) return <p class="page-note">{questionnaireWords.value.list.noFixed}</p>;
  return (
    <section aria-labelledby="new-round">
      <h2 id="new-round">{page.isNew}</h2>
      <PlanForm
        known={known}
        plan={begun}
        isNew
        button={text.begin}
        save={async (plan) => {
          await saveRound(plan, null);
          changeView({ page: 'round', round: plan.key }, 'replace');
        }}
      />
    </section>
  );
}

/** Six weeks: time for two reminders. */
const usualDays = 42;

/** What stands in the form first: the newest fixed version, in a year from today. */
function beginPlan({ questionnaires, boundaryYears }: QuestionnairesBody): RoundPlan | null {
  const fixed = questionnaires.find(({ isFixed }) => isFixed);
  const boundaryYear = boundaryYears.at(-1);
  if (!fixed || boundaryYear === undefined) return null;
  const today = findToday();
  return {
    key: '',
    name: { nl: '' },
    questionnaire: fixed.key,
    version: fixed.version,
    period: today.slice(0, 4),
    boundaryYear,
    opensOn: today,
    closesOn: dayAfter(new Date(), usualDays - 1),
    ageFrom: 15,
    mode: 'online',
    hasOpenLink: false,
    settings: usualSettings,
  };
}
