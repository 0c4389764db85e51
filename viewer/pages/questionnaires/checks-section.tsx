import { checkQuestionnaire } from '../../../geodata/questionnaire/checks.ts';
import type { Finding } from '../../../geodata/questionnaire/finding.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import type { Editing, Place } from './editing.ts';
import { writeFinding } from './finding-text.ts';
import { namePart } from './part-name.ts';

interface ChecksSectionProps {
  readonly editing: Editing;
  /** Opens the part that a finding is about. */
  readonly show: (place: Place) => void;
}

/** What is wrong with a questionnaire, errors first, each with a way to where it is. */
export function ChecksSection({ editing, show }: ChecksSectionProps) {
  const { checks } = questionnaireWords.value;
  const findings = checkQuestionnaire(editing.draft.value);
  const kinds = (['error', 'warning', 'note'] as const).map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity)] as const,
  );
  return (
    <section aria-label={checks.intro}>
      <p>{checks.intro}</p>
      {findings.length === 0 && <p>{checks.none}</p>}
      {kinds.map(
        ([severity, found]) =>
          found.length > 0 && (
            <section key={severity} aria-labelledby={`findings-${severity}`}>
              <h3 id={`findings-${severity}`}>
                {checks.severities[severity]} ({found.length})
              </h3>
              <ul class={`findings findings-${severity}`}>
                {found.map((finding, index) => (
                  <OneFinding key={index} {...{ editing, finding, show }} />
                ))}
              </ul>
            </section>
          ),
      )}
    </section>
  );
}

interface OneFindingProps extends ChecksSectionProps {
  readonly finding: Finding;
}

function OneFinding({ editing, finding, show }: OneFindingProps) {
  const { checks } = questionnaireWords.value;
  const place = placeOf(finding);
  const name = namePart(editing.draft.value, place);
  return (
    <li>
      <span>
        <strong>{name}</strong> {writeFinding(finding)}
      </span>
      <button type="button" class="button" aria-label={`${checks.show}: ${name}`} onClick={() => show(place)}>
        {checks.show}
      </button>
    </li>
  );
}

function placeOf({ block, question, indicator }: Finding): Place {
  if (indicator !== null) return { kind: 'indicator', key: indicator };
  if (question !== null) return { kind: 'question', key: question };
  return block !== null ? { kind: 'block', key: block } : { kind: 'whole' };
}
