import { useMemo } from 'preact/hooks';
import type { ClusterMap } from '../../../geodata/connection/clusters.ts';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { writeChance } from '../../figures/correlation-text.ts';
import { DownloadButton } from '../../parts/table/download-button.tsx';
import { MoreToRead, useRowLimit } from '../../parts/table/more-rows.tsx';
import { AreaHead, TableToRead } from '../../parts/table/table-to-read.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { indicator } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { type ClusterRow, listClusters } from './rows.ts';

/** The areas in clusters and the outliers, with their figure and that of their neighbours. */
export function ClusterTable({ found }: { readonly found: ClusterMap }) {
  const text = words.value.clusters;
  const [meant, values] = [indicator.value, activePanel.value.published.value?.values];
  const rows = useMemo(() => (values ? listClusters(found, values) : []), [found, values]);
  const limit = useRowLimit(rows, rows.length);
  if (!meant || rows.length === 0) return null;
  const write = (value: number) => formatNumber(value, meant.decimals, language.value);
  return (
    <>
      <DownloadButton fileName={`${meant.key}-${text.fileName}.csv`} list={() => listCells(rows)} />
      <TableToRead label={text.tableLabel} class="clusters">
        <thead>
          <tr>
            <th scope="col">{words.value.differences.area}</th>
            <th scope="col">{text.kind}</th>
            <th scope="col" class="number">
              {formatUnit(meant.unit, language.value)}
            </th>
            <th scope="col" class="number">
              {text.around}
            </th>
            <th scope="col" class="number">
              {words.value.connections.chance}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit.value).map((row) => (
            <tr key={row.code}>
              <AreaHead code={row.code} name={row.name} />
              <td>{text.kinds[row.kind]}</td>
              <td class="number">{write(row.value)}</td>
              <td class="number">{write(row.around)}</td>
              <td class="number">{writeChance(row.p)}</td>
            </tr>
          ))}
        </tbody>
      </TableToRead>
      <MoreToRead limit={limit} rest={rows.length - limit.value} />
    </>
  );
}

/** The rows as listed, heads first; each ends with the source and the link that shows it. */
function listCells(rows: readonly ClusterRow[]): (string | number | null)[][] {
  const { csv } = words.value.selection;
  const text = words.value.clusters;
  const subject = describeSubject(activePanel.value);
  const figure = [subject && describeTitle({ ...subject, difference: null }), indicator.value?.unit];
  return [
    [
      csv.code,
      csv.name,
      csv.municipality,
      text.kind,
      figure.filter(Boolean).join(', '),
      text.around,
      words.value.differences.csv.corrected,
      csv.source,
      csv.link,
    ],
    ...rows.map((row) => [
      row.code,
      row.name,
      municipalityOf(row.code),
      text.kinds[row.kind],
      row.value,
      row.around,
      row.p,
      indicator.value?.source?.title ?? '',
      location.href,
    ]),
  ];
}
