import { absentArea, codeHasValue, statuses } from '../../observation.ts';
import { correctForTries } from '../../statistics/false-discovery.ts';
import { finishSteps } from '../../steps.ts';
import type { References } from '../references.ts';
import { createBoundsTest } from './bounds-test.ts';
import { createCountTest } from './count-test.ts';
import {
  type ComparedFigures,
  type Comparison,
  type ComparisonInput,
  type Findings,
  type ReferenceTest,
  type UntestableReason,
  untestableReasons,
  verdicts,
} from './findings.ts';
import { significanceLevel } from './method.ts';
import { createShareTest } from './share-test.ts';

/**
 * Holds many areas against a reference (or each against its own), and says which differ by more than chance. The verdict
 * goes by the p-value that is corrected for testing all of them (Benjamini-Hochberg), so that it may be `not-different`
 * where the interval of that area by itself just leaves 0 out. A figure that has no value takes no part in anything: what
 * stands at its index in the arrays changes nothing. Throws RangeError where arrays differ in length.
 */
export function compareWithReference(input: ComparisonInput): Comparison {
  return finishSteps(compareInSteps(input));
}

/** The same, pausing with the share that is done: a whole country takes a while. */
export function* compareInSteps(input: ComparisonInput): Generator<number, Comparison> {
  const { figures, references } = input;
  const size = figures.values.length;
  checkLengths(input, size);
  const unknown = () => new Float64Array(size).fill(Number.NaN);
  const findings: Findings = {
    differences: unknown(),
    lower: unknown(),
    upper: unknown(),
    p: unknown(),
    smallNumbers: new Uint8Array(size),
  };
  const { method, test } = createTest(input);
  const reasons = new Uint8Array(size);
  let tested = 0;
  for (let index = 0; index < size; index += 1) {
    const reference = references.referenceOf[index] ?? -1;
    const reason = findObstacle(figures, references, index, reference) ?? test(index, reference, findings);
    reasons[index] = untestableReasons.indexOf(reason);
    if (reason === 'tested') tested += 1;
    if (index % areasBetweenPauses === 0) yield index / size;
  }
  const corrected = correctForTries(findings.p);
  const found = findings.differences.map((difference, index) => judge(difference, corrected[index]));
  return { method, ...findings, corrected, verdicts: Uint8Array.from(found), reasons, tested };
}

/** Some milliseconds of exact tests. */
const areasBetweenPauses = 100;

function createTest({ interval, figures, counts, references, whole }: ComparisonInput): ReferenceTest {
  if (interval === 'survey') return createBoundsTest(figures, references);
  if (!counts) throw new RangeError(`An interval by ${interval} needs the counts behind the figures`);
  return interval === 'wilson'
    ? createShareTest(figures, counts, references, whole)
    : createCountTest(figures, counts, references);
}

function checkLengths({ figures, counts, references }: ComparisonInput, size: number): void {
  const lists = [
    figures.statuses,
    figures.lower,
    figures.upper,
    counts?.counts,
    counts?.exposures,
    references.referenceOf,
    references.isPart,
  ];
  for (const list of lists)
    if (list && list.length !== size)
      throw new RangeError(`${list.length} entries beside ${size} figures: there is one for each area`);
}

/** Why an area cannot be tested whatever the test; null where nothing stands in the way. */
function findObstacle(
  figures: ComparedFigures,
  references: References,
  index: number,
  reference: number,
): UntestableReason | null {
  const code = figures.statuses[index] ?? absentArea;
  if (code === absentArea) return 'no-area';
  const status = statuses[code];
  if (status === 'suppressed' || status === 'too-few') return status;
  if (!codeHasValue(code) || Number.isNaN(figures.values[index])) return 'no-figure';
  if (Number.isNaN(references.values[reference] ?? Number.NaN)) return 'no-reference';
  return status === 'estimated' ? 'estimated' : null;
}

function judge(difference: number, corrected = Number.NaN): number {
  if (Number.isNaN(corrected)) return verdicts.indexOf('not-testable');
  if (corrected >= significanceLevel || difference === 0) return verdicts.indexOf('not-different');
  return verdicts.indexOf(difference > 0 ? 'higher' : 'lower');
}
