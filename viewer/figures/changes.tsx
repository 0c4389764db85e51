import type { Since } from '../../geodata/comparing/area-change.ts';
import { findCaveats } from '../../geodata/comparing/comparability.ts';
import { formatDifference, formatNumber, formatUnit } from '../../geodata/number.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { TableToRead } from '../parts/table/table-to-read.tsx';
import { surveyOf } from '../state/area/caveats.ts';
import { language } from '../state/link/view.ts';
import { translate, words } from '../state/screen/reading-words.ts';
import { writeCaveat } from './caveat-text.ts';
import { type ChangeRow, listRealChanges } from './change-rows.ts';
import { FigureHead } from './figure-head.tsx';
import { Bounds } from './figure-table.tsx';
import { Verdict } from './verdict.tsx';

interface ChangesProps {
  readonly rows: readonly ChangeRow[];
  readonly since: Since;
  /** Code of the municipality that the area lies in. */
  readonly municipality: string;
}

/** What changed by more than chance since an earlier period, the largest change first. */
export function Changes({ rows, since, municipality }: ChangesProps) {
  const text = words.value.profile;
  const tested = rows.filter(({ finding }) => finding.verdict !== 'not-testable').length;
  const found = listRealChanges(rows);
  const title = text.sinces[since];
  return (
    <>
      <h3>{title}</h3>
      <p>{found.length > 0 ? text.changed(found.length, tested) : text.nothingChanged(tested)}</p>
      {found.length > 0 && (
        <TableToRead label={title} class="figures" caption={title}>
          <FigureHead numbers={[text.before, text.after]} />
          <tbody>
            {found.map((row) => (
              <ChangeLine key={row.indicator.key} row={row} municipality={municipality} />
            ))}
          </tbody>
        </TableToRead>
      )}
    </>
  );
}

function ChangeLine({ row, municipality }: { readonly row: ChangeRow; readonly municipality: string }) {
  const { indicator, from, to, before, after, finding } = row;
  const write = (value: number) => formatNumber(value, indicator.decimals, language.value);
  const writeChange = (value: number) => formatDifference(value, indicator.decimals, language.value);
  const survey = surveyOf(indicator);
  const at = (period: string) => ({ period, municipality });
  const caveats = findCaveats(at(from.period), at(to.period), { breaks: indicator.breaks, survey });
  return (
    <tr>
      <th scope="row">
        {translate(indicator.name)}{' '}
        <span class="soft small">{formatUnit(indicator.unit, language.value)}</span>
        {caveats.map((caveat) => {
          const sentence = writeCaveat(caveat, words.value, language.value);
          return (
            <span key={sentence} class="caveat small">
              {sentence}
            </span>
          );
        })}
      </th>
      <td class="number">
        {write(before)} <span class="bounds soft small">{formatPeriod(from.period, language.value)}</span>
      </td>
      <td class="number">
        {write(after)} <span class="bounds soft small">{formatPeriod(to.period, language.value)}</span>
      </td>
      <td class="number">
        {writeChange(finding.difference)}
        {!Number.isNaN(finding.lower) && (
          <Bounds lower={finding.lower} upper={finding.upper} write={writeChange} />
        )}
      </td>
      <td>
        <Verdict finding={finding} indicator={indicator} />
      </td>
    </tr>
  );
}
