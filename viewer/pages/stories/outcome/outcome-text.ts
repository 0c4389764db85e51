import { formatDifference, formatNumber } from '../../../../geodata/number.ts';
import { formatPeriod } from '../../../../geodata/period.ts';
import { nameStatus } from '../../../parts/status-text.ts';
import { language } from '../../../state/link/view.ts';
import { practiceWords } from '../../../state/screen/practice-words.ts';
import { translate, words } from '../../../state/screen/reading-words.ts';
import type { OutcomeRow } from './outcome-rows.ts';

/** What an area is held against: `38 andere buurten van zijn type (hoog: Woningdichtheid)`; empty for nothing. */
export function nameGroup({ group, level }: OutcomeRow): string {
  const { outcome: text } = practiceWords.value;
  if (!group || !level) return '';
  const { one, many } = words.value.levels[level];
  const noun = group.size === 1 ? one : many;
  return group.type ? text.ofType(group.size, noun, translate(group.type)) : text.ofLevel(group.size, noun);
}

/** Why nothing can be said; null where something can. */
export function writeObstacle({ obstacle, indicator }: OutcomeRow): string | null {
  const { obstacles } = practiceWords.value.outcome;
  if (!obstacle) return null;
  if (obstacle.kind !== 'absent') return obstacles[obstacle.kind];
  const { status, reason } = obstacle.side;
  return obstacles.absent(
    formatPeriod(obstacle.period, language.value),
    nameStatus(status, indicator, reason),
  );
}

/** What was measured, in sentences: the figure before and after, and what it would be, had it gone as elsewhere. */
export function writeOutcome(row: OutcomeRow): string[] {
  const { outcome: text } = practiceWords.value;
  const { indicator, before, after, finding, place } = row;
  if (!before || !after || !finding || !place) return [];
  const write = (value: number) => formatNumber(value, indicator.decimals, language.value);
  const period = ({ moment }: typeof before) => formatPeriod(moment.period, language.value);
  const { own, beside } = finding;
  const change = formatDifference(own.difference, indicator.decimals, language.value);
  const first = text.change(
    place.name,
    write(before.side.value),
    period(before),
    write(after.side.value),
    period(after),
    change,
  );
  const verdict = own.verdict === 'not-testable' ? text.untested : text.changes[own.verdict];
  return [`${first} ${verdict}`, writeBeside(row, beside, write)];
}

function writeBeside(
  row: OutcomeRow,
  { expected, difference, verdict, reason }: NonNullable<OutcomeRow['finding']>['beside'],
  write: (value: number) => string,
): string {
  const { outcome: text } = practiceWords.value;
  if (Number.isNaN(expected)) return text.besides[reason === 'few-events' ? 'few-events' : 'no-reference'];
  const said = text.expected(nameGroup(row), write(expected));
  const { decimals } = row.indicator;
  const size = Math.abs(difference.value);
  const side = write(size) === write(0) ? 'equal' : difference.value > 0 ? 'higher' : 'lower';
  if (verdict === 'not-testable')
    return `${said} ${text.apart[side](write(size), '')} ${text.besides[reason === 'estimated' ? 'estimated' : 'no-bounds']}`;
  const bounds = [difference.lower, difference.upper].map((bound) =>
    formatDifference(bound, decimals, language.value),
  );
  const interval = text.interval(bounds[0] ?? '', bounds[1] ?? '');
  return `${said} ${text.apart[side](write(size), interval)} ${text.verdicts[verdict]}`;
}
