import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoundBody, TextsBody } from '../../data/contract.ts';
import { cleanText, layTexts, readTexts } from '../../data/questionnaires.ts';
import { LinesField } from '../../parts/form/field.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { municipalityNames } from '../../state/catalog.ts';
import { roundWords } from '../../state/screen/round-words.ts';
import { useSending } from '../questionnaires/sending.ts';

/** Open answers: looked through by an administrator first, read by the editors of their municipality after that. */
export function TextsSection({ round }: { readonly round: RoundBody }) {
  const { texts: text } = roundWords.value;
  const data = useSignal<TextsBody | null>(null);
  const hasTexts = useSignal(round.hasTexts);
  const sending = useSending();
  const { key } = round.plan;
  useEffect(() => {
    if (hasTexts.peek())
      void sending.run(async () => {
        data.value = await readTexts(key);
      });
  }, []);
  const lay = () =>
    sending.run(async () => {
      data.value = await layTexts(key);
      hasTexts.value = true;
    });
  const mayClean = round.own === null;
  if (round.questionnaire.texts.length === 0) return null;
  return (
    <section aria-labelledby="texts" class="texts">
      <h2 id="texts">{text.title}</h2>
      <p>{text.intro}</p>
      {!hasTexts.value && mayClean && (
        <>
          <p class="soft">{text.layIntro}</p>
          <button type="button" class="button" disabled={sending.isBusy.value} onClick={() => void lay()}>
            {text.lay}
          </button>
        </>
      )}
      <Refusal text={sending.problem.value} />
      {data.value && mayClean && (
        <Waiting
          round={round}
          waiting={data.value.waiting}
          settle={(id, cleaned) =>
            sending.run(async () => {
              data.value = await cleanText(key, id, cleaned);
            })
          }
        />
      )}
      {data.value && <Cleaned round={round} cleaned={data.value.cleaned} />}
    </section>
  );
}

function nameText(
  round: RoundBody,
  { municipality, question }: { municipality: string; question: string },
): string {
  const asked = round.questionnaire.texts.find(({ key }) => key === question)?.text.nl ?? question;
  return roundWords.value.texts.of(municipalityNames.value.get(municipality) ?? municipality, asked);
}

interface WaitingProps {
  readonly round: RoundBody;
  readonly waiting: TextsBody['waiting'];
  readonly settle: (id: string, cleaned: string | null) => Promise<void>;
}

/** The next answer that waits, with what was found in it taken out already. */
function Waiting({ round, waiting, settle }: WaitingProps) {
  const { texts: text } = roundWords.value;
  const [first] = waiting;
  return (
    <>
      <h3>{text.waiting}</h3>
      <p role="status">{text.left(waiting.length)}</p>
      {first && <OneText key={first.id} {...{ round, first, settle }} />}
    </>
  );
}

interface OneTextProps extends Omit<WaitingProps, 'waiting'> {
  readonly first: TextsBody['waiting'][number];
}

function OneText({ round, first, settle }: OneTextProps) {
  const { texts: text } = roundWords.value;
  const cleaned = useSignal(first.suggested);
  return (
    <div class="text-to-clean">
      <p class="soft">{nameText(round, first)}</p>
      <h4>{text.original}</h4>
      <blockquote>{first.original}</blockquote>
      <p class="soft small">
        {first.found.length === 0
          ? text.nothingFound
          : `${text.found} ${first.found.map(({ kind, text: piece }) => `${piece} (${text.kinds[kind]})`).join(', ')}`}
      </p>
      <LinesField
        label={text.cleaned}
        hint={text.cleanedHint}
        value={cleaned.value}
        change={(next) => {
          cleaned.value = next;
        }}
      />
      <div class="form-buttons">
        <button
          type="button"
          class="button button-main"
          disabled={cleaned.value.trim() === ''}
          onClick={() => void settle(first.id, cleaned.value)}
        >
          {text.confirm}
        </button>
        <button type="button" class="button" onClick={() => void settle(first.id, null)}>
          {text.withhold}
        </button>
      </div>
    </div>
  );
}

interface CleanedProps {
  readonly round: RoundBody;
  readonly cleaned: TextsBody['cleaned'];
}

/** What was looked through, by municipality and question. */
function Cleaned({ round, cleaned }: CleanedProps) {
  const { texts: text } = roundWords.value;
  const names = [...new Set(cleaned.map((one) => nameText(round, one)))];
  return (
    <>
      <h3>{text.read}</h3>
      {cleaned.length === 0 && <p class="soft">{text.readNone}</p>}
      {names.map((name) => (
        <section key={name} aria-label={name}>
          <h4>{name}</h4>
          <ul class="cleaned-texts">
            {cleaned
              .filter((one) => nameText(round, one) === name)
              .map((one) => (
                <li key={one.id}>{one.cleaned}</li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
