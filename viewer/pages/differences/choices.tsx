import { PeriodChoice } from '../../parts/choices/period-choice.tsx';
import { ReferenceChoice } from '../../parts/choices/reference-choice.tsx';
import { words } from '../../state/screen/words.ts';

/** Of which period, and against what. */
export function DifferenceChoices() {
  return (
    <>
      <PeriodChoice />
      <ReferenceChoice label={words.value.differences.against} />
    </>
  );
}
