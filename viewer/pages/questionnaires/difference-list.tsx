import type { VersionChange } from '../../../geodata/questionnaire/comparison/version-change.ts';
import { compareQuestionnaires } from '../../../geodata/questionnaire/comparison.ts';
import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { namePart } from './part-name.ts';

interface DifferenceListProps {
  readonly before: Questionnaire;
  readonly after: Questionnaire;
}

/** What changed between two states of a questionnaire, and which of its figures stay comparable. */
export function DifferenceList({ before, after }: DifferenceListProps) {
  const { difference } = questionnaireWords.value;
  const { changes, indicators } = compareQuestionnaires(before, after);
  const broken = indicators.filter(({ isComparable }) => !isComparable);
  if (changes.length === 0) return <p>{difference.none}</p>;
  return (
    <>
      <ul class="differences">
        {changes.map((change, index) => (
          <li key={index}>
            <strong>{nameOf(change, before, after)}</strong>{' '}
            {difference.kinds[change.kind](change.what ?? '')}
            {change.kind === 'changed-text' && <Texts change={change} />}
          </li>
        ))}
      </ul>
      {indicators.length > 0 && (
        <>
          <h3>{difference.indicators}</h3>
          <ul class="differences">
            {indicators.map(({ indicator, isComparable, reasons }) => (
              <li key={indicator}>
                <strong>{namePart(after, { kind: 'indicator', key: indicator })}</strong>{' '}
                <span class={isComparable ? 'soft' : 'overdue-mark'}>
                  {isComparable ? difference.compares : `▲ ${difference.differs}`}
                </span>
                {!isComparable && (
                  <span class="soft small">
                    {' '}
                    {difference.because(
                      reasons
                        .map((kind) => difference.kinds[kind]('').replace(/\s*[:(]?\s*\)?$/, ''))
                        .join(', '),
                    )}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {broken.length === 0 && <p class="soft">{difference.compares}</p>}
        </>
      )}
    </>
  );
}

function Texts({ change: { what, before, after } }: { readonly change: VersionChange }) {
  const { difference } = questionnaireWords.value;
  const lang = what?.split(' ')[0] ?? 'nl';
  const dir = lang === 'ar' ? 'rtl' : 'ltr';
  return (
    <dl class="difference-texts">
      <dt>{difference.before}</dt>
      <dd>
        <del lang={lang} dir={dir}>
          {before ?? difference.empty}
        </del>
      </dd>
      <dt>{difference.after}</dt>
      <dd>
        <ins lang={lang} dir={dir}>
          {after ?? difference.empty}
        </ins>
      </dd>
    </dl>
  );
}

/** By what the part is called now, or was where it is gone. */
function nameOf(
  { block, question, indicator, kind }: VersionChange,
  before: Questionnaire,
  after: Questionnaire,
): string {
  const questionnaire = kind.startsWith('removed-') ? before : after;
  if (indicator !== null) return namePart(questionnaire, { kind: 'indicator', key: indicator });
  if (question !== null) return namePart(questionnaire, { kind: 'question', key: question });
  return namePart(questionnaire, block === null ? { kind: 'whole' } : { kind: 'block', key: block });
}
