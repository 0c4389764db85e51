import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { createWriter, formatDifference, formatNumber } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { nameStatus } from '../../parts/status-text.ts';
import { type Line, lines, ownLine, pointOf } from '../../state/area/benchmarks.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { indicator, shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';

/** The area's figure beside those of its municipality, the region, the country and the reference, as numbers and as bars. */
export function Comparison() {
  const text = words.value;
  const meant = indicator.value;
  if (!meant || !lines.value || lines.value.length < 2) return null;
  // Counts of a country dwarf those of a neighbourhood: their bars would say nothing.
  const isComparable = !growsWithArea(meant);
  const all = lines.value;
  const rows: readonly Pick<ChartLine, 'code' | 'name' | 'points'>[] = [
    ...all.map((line) => ({ ...line, name: nameLine(line, all) })),
    ...(isComparable && ownLine.value ? [ownLine.value] : []),
  ];
  const values = rows.map((line) => pointOf(line)?.value ?? null);
  const known = values.filter((value) => value !== null);
  const write =
    Math.max(...known.map(Math.abs)) < 1e6
      ? (value: number) => formatNumber(value, meant.decimals, language.value)
      : createWriter(known, meant, language.value);
  const scale = findScale(known);
  return (
    <section class="comparison">
      <h3>
        {text.area.compared}
        {shown.value?.change && (
          <span class="soft">, {formatPeriod(shown.value.period, language.value)}</span>
        )}
      </h3>
      <table>
        <tbody>
          {rows.map((line, index) => (
            <tr key={line.code} class={index === 0 ? 'own' : undefined}>
              <th scope="row" title={line.name}>
                {line.name}
              </th>
              {isComparable && (
                <td class="bar-cell" aria-hidden="true">
                  <Bar value={values[index] ?? null} {...scale} />
                </td>
              )}
              <td class="number">{describeValue(line, write)}</td>
              {isComparable && (
                <td class="number soft" title={text.area.difference('', line.name)}>
                  {index > 0 && describeDifference(values[0], values[index], meant.decimals)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Scale {
  readonly low: number;
  readonly high: number;
}

/** From zero to the largest value; from the smallest where some are below zero. */
function findScale(values: readonly number[]): Scale {
  return { low: Math.min(0, ...values), high: Math.max(0, ...values) };
}

function Bar({ value, low, high }: Scale & { readonly value: number | null }) {
  if (value === null || high === low) return null;
  const share = (of: number) => ((of - low) / (high - low)) * 100;
  const [from, to] = [share(Math.min(0, value)), share(Math.max(0, value))];
  return (
    <span class="bar">
      <span style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }} />
    </span>
  );
}

function describeValue(line: Pick<ChartLine, 'points'>, write: (value: number) => string): string {
  const point = pointOf(line);
  if (point?.value != null) return letBreak(write(point.value));
  return nameStatus(point?.status ?? 'missing', indicator.value);
}

function describeDifference(
  own: number | null | undefined,
  other: number | null | undefined,
  decimals: number,
) {
  if (own == null || other == null) return null;
  // What the figures on screen differ by: rounded each by itself.
  const unit = 10 ** decimals;
  const difference = (Math.round(own * unit) - Math.round(other * unit)) / unit;
  return Math.abs(difference) < 1e6
    ? formatDifference(difference, decimals, language.value)
    : letBreak(createWriter([difference], { decimals, signed: true }, language.value)(difference));
}

/** The lines that can stand on one scale: a count grows with its area, so there the area stands alone. */
export function comparable(all: readonly Line[]): readonly Line[] {
  return growsWithArea(indicator.value) ? all.slice(0, 1) : all;
}

/** The name of a line; with its level where another line has the same name (a district named after its municipality). */
export function nameLine({ name, level }: Line, all: readonly Line[]): string {
  const isShared = all.filter((other) => other.name === name).length > 1;
  return isShared ? `${name} (${words.value.levels[level].one})` : name;
}

/** `1,2 mld` may stand on two lines here. */
function letBreak(text: string): string {
  return text.replace('\u00a0', ' ');
}
