import { nameSide } from '../../../geodata/comparing/difference.ts';
import { formatDifference, formatNumber, formatUnit } from '../../../geodata/number.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { IntervalBar, spanOf } from '../../parts/chart/interval-bar.tsx';
import { DownloadButton } from '../../parts/table/download-button.tsx';
import { MoreToRead, useRowLimit } from '../../parts/table/more-rows.tsx';
import { AreaHead, TableToRead } from '../../parts/table/table-to-read.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { language } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { reference } from '../../state/reference/reference.ts';
import { words } from '../../state/screen/words.ts';
import type { DifferenceRow } from './rows.ts';

interface DifferenceTableProps {
  readonly rows: readonly DifferenceRow[];
  readonly indicator: CatalogIndicator;
}

/** The areas that differ, the largest difference first: figure, difference with its interval as numbers and as a line. */
export function DifferenceTable({ rows, indicator }: DifferenceTableProps) {
  const text = words.value.differences;
  const limit = useRowLimit(rows, rows.length);
  const { decimals, unit } = indicator;
  const span = spanOf(rows);
  const write = (value: number) => formatNumber(value, decimals, language.value);
  const writeDifference = (value: number) => formatDifference(value, decimals, language.value);
  return (
    <>
      <DownloadButton
        fileName={`${indicator.key}-${text.fileName}.csv`}
        list={() => listCells(rows, indicator)}
      />
      <TableToRead label={text.tableLabel}>
        <thead>
          <tr>
            <th scope="col">{text.area}</th>
            <th scope="col" class="number">
              {formatUnit(unit, language.value)}
            </th>
            <th scope="col" class="number">
              {text.difference(reference.value?.name ?? '')}
            </th>
            <th scope="col" class="number">
              {text.interval}
            </th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit.value).map((row) => (
            <tr key={row.code} class={`difference-${nameSide(row.side, indicator.polarity)}`}>
              <AreaHead code={row.code} name={row.name} />
              <td class="number">
                {row.isSmall && (
                  <abbr class="small-number" title={text.small}>
                    {text.smallMark}
                  </abbr>
                )}{' '}
                {write(row.value)}
              </td>
              <td class="number">{writeDifference(row.difference)}</td>
              <td class="number soft">
                {words.value.legend.fromTo(writeDifference(row.lower), writeDifference(row.upper))}
              </td>
              <td class="interval-cell" aria-hidden="true">
                <IntervalBar row={row} span={span} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableToRead>
      <MoreToRead limit={limit} rest={rows.length - limit.value} />
    </>
  );
}

/** The rows as listed, heads first; each ends with the source and the link that shows it. */
function listCells(
  rows: readonly DifferenceRow[],
  indicator: CatalogIndicator,
): (string | number | null)[][] {
  const { csv, directions } = words.value.selection;
  const { corrected, fewCases, yes, no } = words.value.differences.csv;
  const subject = describeSubject(activePanel.value);
  const figure = [subject && describeTitle(subject), indicator.unit].filter(Boolean).join(', ');
  const heads = [csv.code, csv.name, csv.municipality, figure, csv.reference, csv.difference];
  return [
    [...heads, csv.lower, csv.upper, corrected, csv.direction, fewCases, csv.source, csv.link],
    ...rows.map((row) => [
      row.code,
      row.name,
      municipalityOf(row.code),
      row.value,
      reference.value?.name ?? '',
      row.difference,
      row.lower,
      row.upper,
      row.p,
      directions[nameSide(row.side, indicator.polarity)],
      row.isSmall ? yes : no,
      indicator.source?.title ?? '',
      location.href,
    ]),
  ];
}
