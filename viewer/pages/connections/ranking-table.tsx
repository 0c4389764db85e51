import { formatNumber } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import {
  countLeftOut,
  describeLeftOut,
  writeChance,
  writeCorrelation,
  writeInterval,
} from '../../figures/correlation-text.ts';
import { IntervalBar } from '../../parts/chart/interval-bar.tsx';
import { DownloadButton } from '../../parts/table/download-button.tsx';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicator, shown } from '../../state/catalog.ts';
import { language, viewParts } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';
import type { ConnectionRow } from './search.ts';
import { isWeighted, relationTo, subjectTitle } from './subject.ts';

/** Correlations lie between these. */
const span = { low: -1, high: 1 };

interface RankingTableProps {
  readonly rows: readonly ConnectionRow[];
  readonly label: string;
  /** Whether the two are made of the same figures: each row says how. */
  readonly isRelated?: boolean;
}

/** Indicators with their correlation, its interval as numbers and as a line, and how many areas it stands on. */
export function RankingTable({ rows, label, isRelated = false }: RankingTableProps) {
  const text = words.value.connections;
  return (
    <>
      <DownloadButton
        fileName={`${indicator.value?.key ?? ''}-${text.fileName}.csv`}
        list={() => listCells(rows)}
      />
      <TableToRead label={label} class="connections">
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col" class="number">
              {text.coefficients[viewParts.correlation.value]}
            </th>
            <td aria-hidden="true" />
            <th scope="col" class="number">
              {words.value.differences.interval}
            </th>
            <th scope="col" class="number">
              {text.chance}
            </th>
            <th scope="col" class="number">
              {text.areas}
            </th>
            <th scope="col">{text.leftOutHead}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.address} row={row} isRelated={isRelated} />
          ))}
        </tbody>
      </TableToRead>
    </>
  );
}

function Row({ row, isRelated }: { readonly row: ConnectionRow; readonly isRelated: boolean }) {
  const text = words.value.connections;
  const relation = isRelated ? relationTo(row.indicator) : null;
  const isOtherPeriod = row.period !== shown.value?.period;
  const leftOut = countLeftOut(row.leftOut);
  const isCertain = row.corrected < 0.05;
  return (
    <tr class={isCertain ? 'connection-certain' : 'connection-chance'}>
      <th scope="row">
        <ViewLink change={{ other: row.address, brush: null }}>{translate(row.indicator.name)}</ViewLink>
        {isOtherPeriod && (
          <span class="soft small"> {text.ofPeriod(formatPeriod(row.period, language.value))}</span>
        )}
        {relation && <span class="connection-relation small">{text.relations[relation]}</span>}
      </th>
      <td class="number">{writeCorrelation(row.value)}</td>
      <td class="interval-cell" aria-hidden="true">
        {!Number.isNaN(row.lower) && <IntervalBar row={{ ...row, difference: row.value }} span={span} />}
      </td>
      <td class="number soft">{writeInterval(row)}</td>
      <td class="number">{writeChance(row.corrected)}</td>
      <td class="number">
        {row.count}
        {isWeighted.value && (
          <span class="soft small connection-effective">
            {text.effective(formatNumber(row.effectiveCount, 0, language.value))}
          </span>
        )}
      </td>
      <td class={leftOut > row.count ? 'small connection-few' : 'small soft'}>
        {leftOut > 0 && describeLeftOut(row.leftOut)}
      </td>
    </tr>
  );
}

/** The rows as listed, heads first; each ends with the source and the link that shows it. */
function listCells(rows: readonly ConnectionRow[]): (string | number | null)[][] {
  const { csv } = words.value.selection;
  const text = words.value.connections;
  const method = viewParts.correlation.value;
  const number = (value: number) => (Number.isNaN(value) ? null : value);
  return [
    [
      text.csv.subject,
      text.indicator,
      words.value.differences.period,
      text.coefficients[method],
      csv.lower,
      csv.upper,
      words.value.differences.csv.corrected,
      text.areas,
      text.csv.effective,
      text.leftOutHead,
      text.csv.weighting,
      text.csv.relation,
      csv.source,
      csv.link,
    ],
    ...rows.map((row) => {
      const relation = relationTo(row.indicator);
      return [
        subjectTitle.value ?? '',
        translate(row.indicator.name),
        row.period,
        number(row.value),
        number(row.lower),
        number(row.upper),
        number(row.corrected),
        row.count,
        number(row.effectiveCount),
        describeLeftOut(row.leftOut),
        text.weightings[isWeighted.value ? 'inhabitants' : 'areas'],
        relation ? text.relations[relation] : '',
        row.indicator.source?.title ?? '',
        location.href,
      ];
    }),
  ];
}
