import { Reference } from '../../parts/source-reference.tsx';
import { indicator } from '../../state/catalog.ts';
import { words } from '../../state/screen/words.ts';
import { ConnectionChoices } from './choices.tsx';
import { RankingSection } from './ranking-section.tsx';
import { ScatterSection } from './scatter-section.tsx';
import { chosenOther, subjectFigures, subjectTitle } from './subject.ts';
import '../differences/difference.css';
import './connections.css';

/** What goes together with the indicator of the active panel, over its areas and in its period; one pair of them as dots. */
export function ConnectionsPage() {
  const text = words.value.connections;
  if (!subjectTitle.value || !subjectFigures.value) return <div class="skeleton reading-waiting" />;
  const source = indicator.value?.source;
  return (
    <>
      <p class="difference-subject">{subjectTitle.value}</p>
      <ConnectionChoices />
      <div class="connection-warning" role="note">
        <p>
          <b>{text.warning.cause}</b> {text.warning.causeHint}
        </p>
        <p>
          <b>{text.warning.people}</b> {text.warning.peopleHint}
        </p>
      </div>
      {chosenOther.value && <ScatterSection />}
      <RankingSection />
      {source && (
        <p class="soft small">
          {words.value.differences.source}: <Reference title={source.title} url={source.url} />
        </p>
      )}
    </>
  );
}
