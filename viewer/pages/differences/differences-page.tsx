import { LevelSwitch } from '../../parts/choices/level-switch.tsx';
import { PeriodChoice } from '../../parts/choices/period-choice.tsx';
import { ReferenceChoice } from '../../parts/choices/reference-choice.tsx';
import { indicator, shown } from '../../state/catalog.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { PageToRead, Waiting } from '../page-to-read.tsx';
import { FindingsSection } from './findings-section.tsx';
import { ObstacleNote } from './obstacle-note.tsx';
import './differences.css';

/** Which areas of the map differ from a reference by more than chance, with how much, and how sure that is. */
export function DifferencesPage() {
  const subject = describeSubject(activePanel.value);
  if (!subject || !shown.value) return <Waiting />;
  const source = indicator.value?.source;
  const { obstacle, result } = activePanel.value.comparison;
  return (
    <PageToRead
      subject={describeTitle(subject)}
      choices={
        <>
          <LevelSwitch />
          <PeriodChoice />
          <ReferenceChoice label={words.value.differences.against} />
        </>
      }
      source={source}
    >
      {obstacle.value ? (
        <ObstacleNote obstacle={obstacle.value} />
      ) : result.value ? (
        <FindingsSection comparison={result.value} />
      ) : (
        <Waiting />
      )}
    </PageToRead>
  );
}
