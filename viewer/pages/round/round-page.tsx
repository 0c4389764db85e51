import type { Signal } from '@preact/signals';
import type { RoundBody } from '../../data/contract.ts';
import { actOnRound, readRound } from '../../data/questionnaires.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { changeView, viewParts } from '../../state/link/view.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { writeDay } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { useReading } from '../questionnaires/reading.ts';
import { RefusedPage } from '../questionnaires/refused-page.tsx';
import { useSending } from '../questionnaires/sending.ts';
import { CodesSection } from './codes-section.tsx';
import { NewRound } from './new-round.tsx';
import type { RoundPartProps } from './part-props.ts';
import { PlanSection } from './plan-section.tsx';
import { RegisterSection } from './register-section.tsx';
import { ResponseSection } from './response-section.tsx';
import { ResultSection } from './result-section.tsx';
import { StateSection } from './state-section.tsx';
import { StrataSection } from './strata-section.tsx';
import { TextsSection } from './texts-section.tsx';
import '../page.css';
import '../questionnaires/questionnaires.css';
import './round.css';

/** One round from its plan to its figures, or one that is to be made. */
export function RoundPage() {
  const key = viewParts.round.value;
  return (
    <div class="round">
      <p class="page-tools">
        <ViewLink change={{ page: 'questionnaires', round: null }}>
          {questionnaireWords.value.list.all}
        </ViewLink>
      </p>
      {key === null ? <NewRound /> : <OfKey key={key} name={key} />}
    </div>
  );
}

function OfKey({ name }: { readonly name: string }) {
  const { data, refusal } = useReading(() => readRound(name));
  if (refusal.value) return <RefusedPage {...refusal.value} />;
  return data.value ? <OneRound round={data.value} data={data} /> : <Waiting />;
}

interface OneRoundProps {
  readonly round: RoundBody;
  readonly data: Signal<RoundBody | null>;
}

function OneRound({ round, data }: OneRoundProps) {
  const { page } = roundWords.value;
  const { list, states } = questionnaireWords.value;
  const { plan, state, own, questionnaire } = round;
  const parts: RoundPartProps = {
    round,
    show: (next) => {
      data.value = next;
    },
  };
  const isPlanned = state === 'planned';
  const isOver = !isPlanned && state !== 'open';
  return (
    <>
      <h2 class="questionnaire-title">
        {plan.name.nl} <span class="status">{states[state]}</span>
      </h2>
      <p class="soft">
        {page.of(questionnaire.name.nl ?? plan.questionnaire, plan.version)}.{' '}
        {list.from(writeDay(plan.opensOn), writeDay(plan.closesOn))}.{' '}
        <ViewLink change={{ page: 'questionnaire', questionnaire: `${plan.questionnaire}.${plan.version}` }}>
          {page.toQuestionnaire}
        </ViewLink>
      </p>
      {!isPlanned && <ResponseSection round={round} />}
      {(state === 'weighted' || state === 'published') && <ResultSection round={round} />}
      <PlanSection {...parts} />
      {own === null && <RegisterSection {...parts} />}
      <StrataSection {...parts} />
      {!isOver && <CodesSection {...parts} />}
      {own === null && <StateSection {...parts} />}
      {isOver && <TextsSection round={round} />}
      {own === null && isPlanned && <Removal round={round} />}
    </>
  );
}

function Removal({ round: { plan, revision } }: { readonly round: RoundBody }) {
  const sending = useSending();
  const { page } = roundWords.value;
  return (
    <div class="for-writers round-removal">
      <AskButton
        label={page.remove}
        about={plan.name.nl ?? plan.key}
        act={() =>
          void sending.run(async () => {
            await actOnRound('remove', plan.key, revision);
            changeView({ page: 'questionnaires', round: null });
          })
        }
      />
      <Refusal text={sending.problem.value} />
    </div>
  );
}
