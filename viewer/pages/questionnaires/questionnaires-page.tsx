import type { QuestionnairesBody } from '../../data/contract.ts';
import { beginDraft, readQuestionnaires } from '../../data/questionnaires.ts';
import { Refusal } from '../../parts/form/refusal.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { changeView } from '../../state/link/view.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { writeDay } from '../../state/screen/times.ts';
import { Waiting } from '../page-to-read.tsx';
import { nameLanguage } from './language-name.ts';
import { NewQuestionnaire } from './new-questionnaire.tsx';
import { useReading } from './reading.ts';
import { RefusedPage } from './refused-page.tsx';
import { useSending } from './sending.ts';
import '../page.css';
import './questionnaires.css';

/** All questionnaires with their versions, and the rounds in which they are asked. */
export function QuestionnairesPage() {
  const { list } = questionnaireWords.value;
  const { data, refusal } = useReading(readQuestionnaires);
  if (refusal.value) return <RefusedPage {...refusal.value} />;
  const known = data.value;
  if (!known) return <Waiting />;
  return (
    <>
      <p class="page-intro">{list.intro}</p>
      <Rounds known={known} />
      <section aria-labelledby="questionnaires">
        <h2 id="questionnaires">{list.questionnaires}</h2>
        {known.questionnaires.length === 0 && <p class="soft">{list.none}</p>}
        <ul class="form-list">
          {known.questionnaires.map((one) => (
            <Version key={`${one.key}.${one.version}`} one={one} known={known} />
          ))}
        </ul>
      </section>
      {known.own === null && <NewQuestionnaire />}
    </>
  );
}

function Rounds({ known }: { readonly known: QuestionnairesBody }) {
  const { list, states } = questionnaireWords.value;
  const hasFixed = known.questionnaires.some(({ isFixed }) => isFixed);
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{list.rounds}</h2>
      {known.rounds.length === 0 && <p class="soft">{list.noRounds}</p>}
      <ul class="form-list">
        {known.rounds.map((round) => (
          <li key={round.key}>
            <span>
              <ViewLink change={{ page: 'round', round: round.key }}>{round.name.nl}</ViewLink>
              <span class="status">{states[round.state]}</span>
              <span class="soft small">{list.from(writeDay(round.opensOn), writeDay(round.closesOn))}</span>
            </span>
          </li>
        ))}
      </ul>
      {known.own === null &&
        (hasFixed ? (
          <ViewLink class="button" change={{ page: 'round', round: null }}>
            {list.newRound}
          </ViewLink>
        ) : (
          <p class="soft">{list.noFixed}</p>
        ))}
    </section>
  );
}

interface VersionProps {
  readonly one: QuestionnairesBody['questionnaires'][number];
  readonly known: QuestionnairesBody;
}

function Version({ one, known }: VersionProps) {
  const { list } = questionnaireWords.value;
  const sending = useSending();
  const name = list.of(one.name.nl ?? one.key, one.version);
  const address = `${one.key}.${one.version}`;
  const isNewest = known.questionnaires.find(({ key }) => key === one.key) === one;
  return (
    <li>
      <span>
        <ViewLink change={{ page: 'questionnaire', questionnaire: address }}>{name}</ViewLink>
        <span class="status">{one.isFixed ? list.fixed : list.draft}</span>
        <span class="soft small">
          {list.counts(one.blocks, one.questions, one.languages.map(nameLanguage).join(', '))}.{' '}
          {list.changed(writeDay(one.changedOn))}
          {one.rounds > 0 && `, ${list.askedIn(one.rounds)}`}.
        </span>
        <Refusal text={sending.problem.value} />
      </span>
      <span class="form-buttons">
        {known.own === null && isNewest && one.isFixed && (
          <button
            type="button"
            class="button"
            aria-label={list.nextOf(name)}
            disabled={sending.isBusy.value}
            onClick={() => void sending.run(() => beginNext(one.key, one.version))}
          >
            {list.next}
          </button>
        )}
        <ViewLink
          class="button"
          aria-label={one.isFixed ? list.lookAt(name) : list.editOf(name)}
          change={{ page: 'questionnaire', questionnaire: address }}
        >
          {one.isFixed ? list.look : list.edit}
        </ViewLink>
      </span>
    </li>
  );
}

/** Begins the version after a fixed one, and opens it. */
export async function beginNext(key: string, version: number): Promise<void> {
  const { definition } = await beginDraft({ from: 'version', key, version });
  changeView({ page: 'questionnaire', questionnaire: `${definition.key}.${definition.version}` });
}
