import { growsWithArea } from '../../geodata/comparing/comparability.ts';
import { formatDifference, formatNumber, formatUnit } from '../../geodata/number.ts';
import { hasValue } from '../../geodata/observation.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { isRemarked, nameStatus } from '../parts/status-text.ts';
import { TableToRead } from '../parts/table/table-to-read.tsx';
import { language } from '../state/link/view.ts';
import { translate, words } from '../state/screen/reading-words.ts';
import { FigureHead } from './figure-head.tsx';
import type { FigureRow } from './figure-rows.ts';
import { Verdict } from './verdict.tsx';

interface FigureTableProps {
  /** What the table holds, for who cannot see it. */
  readonly caption: string;
  readonly rows: readonly FigureRow[];
  /** Name of what the figures are held against. */
  readonly reference: string;
}

/** Figures of one area beside those of its reference: value with interval, difference with interval, and what is said of it. */
export function FigureTable({ caption, rows, reference }: FigureTableProps) {
  const text = words.value.profile;
  return (
    <TableToRead label={caption} class="figures" caption={caption}>
      <FigureHead numbers={[text.value, reference]} />
      <tbody>
        {rows.map((row) => (
          <FigureLine key={row.indicator.key} row={row} />
        ))}
      </tbody>
    </TableToRead>
  );
}

function FigureLine({ row }: { readonly row: FigureRow }) {
  const { indicator, side, interval, reference, finding, moment } = row;
  const { profile } = words.value;
  const write = (value: number) => formatNumber(value, indicator.decimals, language.value);
  const isKnown = !Number.isNaN(side.value);
  return (
    <tr>
      <th scope="row">
        {translate(indicator.name)}{' '}
        <span class="soft small">
          {formatUnit(indicator.unit, language.value)}, {formatPeriod(moment.period, language.value)}
          {hasValue(side.status) &&
            isRemarked(side) &&
            `, ${nameStatus(side.status, indicator, side.reason)}`}
        </span>
      </th>
      <td class="number">
        {isKnown ? (
          write(side.value)
        ) : (
          <span class="soft">{nameStatus(side.status, indicator, side.reason)}</span>
        )}
        {interval && <Bounds lower={interval.lower} upper={interval.upper} write={write} />}
      </td>
      <td class="number">
        {reference && !Number.isNaN(reference.value) && finding ? write(reference.value) : ''}
      </td>
      <td class="number">{finding && isKnown && <Difference row={row} />}</td>
      <td>
        {finding ? (
          isKnown && <Verdict finding={finding} indicator={indicator} />
        ) : (
          <span class="soft">{growsWithArea(indicator) ? profile.notCompared : profile.noReference}</span>
        )}
      </td>
    </tr>
  );
}

function Difference({ row: { finding, indicator } }: { readonly row: FigureRow }) {
  if (!finding || Number.isNaN(finding.difference)) return null;
  const write = (value: number) => formatDifference(value, indicator.decimals, language.value);
  return (
    <>
      {write(finding.difference)}
      {!Number.isNaN(finding.lower) && <Bounds lower={finding.lower} upper={finding.upper} write={write} />}
    </>
  );
}

interface BoundsProps {
  readonly lower: number;
  readonly upper: number;
  readonly write: (value: number) => string;
}

/** The 95% interval under a number. */
export function Bounds({ lower, upper, write }: BoundsProps) {
  return <span class="bounds soft small">{words.value.legend.fromTo(write(lower), write(upper))}</span>;
}
