import { useEffect } from 'preact/hooks';
import { LevelSwitch } from '../../parts/choices/level-switch.tsx';
import { Reference } from '../../parts/source-reference.tsx';
import { indicator, shown } from '../../state/catalog.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { needsPlaces } from '../../state/panel/places.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { DifferenceChoices } from './choices.tsx';
import { ObstacleNote } from './obstacle-note.tsx';
import { OutcomeSection } from './outcome-section.tsx';
import './difference.css';

/** Which areas of the map differ from a reference by more than chance, with how much, and how sure that is. */
export function DifferencesPage() {
  const text = words.value.differences;
  useEffect(() => {
    needsPlaces.value = true;
  }, []);
  const subject = describeSubject(activePanel.value);
  if (!subject || !shown.value) return <div class="skeleton reading-waiting" />;
  const source = indicator.value?.source;
  const { obstacle, result } = activePanel.value.comparison;
  return (
    <>
      <p class="difference-subject">{describeTitle(subject)}</p>
      <div class="difference-choices">
        <LevelSwitch />
        <DifferenceChoices />
      </div>
      {obstacle.value ? (
        <ObstacleNote obstacle={obstacle.value} />
      ) : result.value ? (
        <OutcomeSection comparison={result.value} />
      ) : (
        <div class="skeleton reading-waiting" />
      )}
      {source && (
        <p class="soft small">
          {text.source}: <Reference title={source.title} url={source.url} />
        </p>
      )}
    </>
  );
}
