import { indicator } from '../../state/catalog.ts';
import { words } from '../../state/screen/words.ts';
import { PageToRead, Waiting } from '../page-to-read.tsx';
import { ConnectionChoices } from './choices.tsx';
import { RankingSection } from './ranking-section.tsx';
import { ScatterSection } from './scatter-section.tsx';
import { chosenOther, subjectFigures, subjectTitle } from './subject.ts';
import './connections.css';

/** What goes together with the indicator of the active panel, over its areas and in its period; one pair of them as dots. */
export function ConnectionsPage() {
  const text = words.value.connections;
  if (!subjectTitle.value || !subjectFigures.value) return <Waiting />;
  const source = indicator.value?.source;
  return (
    <PageToRead subject={subjectTitle.value} choices={<ConnectionChoices />} source={source}>
      <div class="page-note connection-warning" role="note">
        <p>
          <b>{text.warning.cause}</b> {text.warning.causeHint}
        </p>
        <p>
          <b>{text.warning.people}</b> {text.warning.peopleHint}
        </p>
      </div>
      {chosenOther.value && <ScatterSection />}
      <RankingSection />
    </PageToRead>
  );
}
