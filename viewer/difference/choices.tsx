import { ReferenceChoice } from '../compare/reference-choice.tsx';
import { words } from '../language/current.ts';
import { PeriodChoice } from '../reading/period-choice.tsx';

/** Of which period, and against what. */
export function DifferenceChoices() {
  return (
    <>
      <PeriodChoice />
      <ReferenceChoice label={words.value.differences.against} />
    </>
  );
}
