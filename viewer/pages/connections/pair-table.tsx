import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { mostSelected } from '../../../geodata/link/view.ts';
import { formatNumber } from '../../../geodata/number.ts';
import { DownloadButton } from '../../parts/table/download-button.tsx';
import { MoreToRead, useRowLimit } from '../../parts/table/more-rows.tsx';
import { AreaHead, TableToRead } from '../../parts/table/table-to-read.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/words.ts';
import { brushedPlaces, type Paired, panelsOfPair } from './pair.ts';
import { nameAxis, type PairedIndicators } from './title.ts';

interface PairTableProps {
  readonly dots: Paired;
  readonly of: PairedIndicators;
  readonly period: string;
}

/** The areas in the rectangle, to take to the map; without one the table behind the chart, with every area. */
export function PairTable({ dots, of, period }: PairTableProps) {
  const text = words.value.connections;
  const brushed = brushedPlaces.value;
  const areas = words.value.levels[shown.value?.level ?? 'neighbourhood'];
  const places = useMemo(() => brushed?.toReversed() ?? [], [brushed]);
  if (!brushed) return <AllRows {...{ dots, of, period }} />;
  const codes = places.map((index) => dots.codes[index] ?? '');
  return (
    <div class="pair-brushed">
      <h3>
        <span role="status">{text.brushed(places.length, places.length === 1 ? areas.one : areas.many)}</span>
      </h3>
      {places.length > 0 && places.length <= mostSelected && (
        <p>
          <ViewLink change={{ page: 'map', selection: codes, tab: 'selection' }}>{text.select}</ViewLink>
        </p>
      )}
      {places.length > 0 && (
        <p>
          <ViewLink change={{ page: 'map', panels: panelsOfPair(), tab: 'table' }}>{text.standOut}</ViewLink>
        </p>
      )}
      {places.length > mostSelected && <p class="soft">{text.tooMany(mostSelected)}</p>}
      {places.length > 0 && <Rows {...{ dots, of, period, places }} />}
    </div>
  );
}

/** Every area, listed once somebody opens it: links of thousands would hold up the drawing. */
function AllRows(props: PairTableProps) {
  const isOpen = useSignal(false);
  const places = useMemo(() => [...props.dots.codes.keys()].reverse(), [props.dots]);
  return (
    <details
      class="pair-all"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{words.value.area.asTable}</summary>
      {isOpen.value && <Rows {...props} places={places} />}
    </details>
  );
}

interface RowsProps extends PairTableProps {
  readonly places: readonly number[];
}

function Rows({ dots, of, period, places }: RowsProps) {
  const text = words.value.connections;
  const limit = useRowLimit(places, places.length);
  const write = (value: number | undefined, { decimals }: PairedIndicators['x']) =>
    formatNumber(value ?? Number.NaN, decimals, language.value);
  return (
    <>
      <DownloadButton
        fileName={`${text.fileName}.csv`}
        list={() => listCells({ dots, of, period, places })}
      />
      <TableToRead label={text.pairTable}>
        <thead>
          <tr>
            <th scope="col">{words.value.differences.area}</th>
            <th scope="col" class="number">
              {nameAxis(of.x, period)}
            </th>
            <th scope="col" class="number">
              {nameAxis(of.y, dots.period)}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.slice(0, limit.value).map((index) => (
            <tr key={dots.codes[index]}>
              <AreaHead code={dots.codes[index] ?? ''} name={dots.names[index]} />
              <td class="number">{write(dots.x[index], of.x)}</td>
              <td class="number">{write(dots.y[index], of.y)}</td>
            </tr>
          ))}
        </tbody>
      </TableToRead>
      <MoreToRead limit={limit} rest={places.length - limit.value} />
    </>
  );
}

/** The rows as listed, heads first; each ends with the sources and the link that shows it. */
function listCells({ dots, of, period, places }: RowsProps): (string | number | null)[][] {
  const { csv } = words.value.selection;
  const heads = [csv.code, csv.name, csv.municipality, nameAxis(of.x, period), nameAxis(of.y, dots.period)];
  const sources = [of.x, of.y].map(({ source }) => source?.title ?? '').filter(Boolean);
  return [
    [...heads, csv.source, csv.link],
    ...places.map((index) => [
      dots.codes[index] ?? '',
      dots.names[index] ?? '',
      municipalityOf(dots.codes[index] ?? ''),
      dots.x[index] ?? null,
      dots.y[index] ?? null,
      [...new Set(sources)].join('; '),
      location.href,
    ]),
  ];
}
