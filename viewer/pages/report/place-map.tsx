import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { ListedArea } from '../../../geodata/area-list.ts';
import { type Absence, absences, fillOf } from '../../../geodata/classes/absence-pattern.ts';
import { classOf } from '../../../geodata/classes/classed.ts';
import { type Classification, classify } from '../../../geodata/classes/classify.ts';
import { type Colour, formatColour } from '../../../geodata/classes/colour.ts';
import { schemeColours, schemeFor } from '../../../geodata/classes/scheme.ts';
import type { ColumnData, ColumnPeriod } from '../../../geodata/columns/column.ts';
import { sideAt } from '../../../geodata/comparing/sides.ts';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { statuses } from '../../../geodata/observation.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { MapArea } from '../../figures/area-figures.ts';
import type { FigureRow } from '../../figures/figure-rows.ts';
import { onPlaceFailure, type PlaceShapes, readPlaceShapes } from '../../map/place-shapes.ts';
import { ChartFigure } from '../../parts/chart/chart-figure.tsx';
import { describeClasses } from '../../parts/class-labels.ts';
import { FillPattern } from '../../parts/fill.tsx';
import { FailureNote } from '../../parts/notice/failure-note.tsx';
import { nameStatus } from '../../parts/status-text.ts';
import { shown } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { mapTrouble } from '../../state/screen/connection.ts';
import { translate, words } from '../../state/screen/reading-words.ts';

const legendRow = 18;
const legendColumn = 210;

interface PlaceMapProps {
  readonly area: MapArea;
  /** The figure that the areas are coloured by. */
  readonly row: FigureRow;
  readonly column: ColumnData;
  /** All areas of the level. */
  readonly places: readonly ListedArea[];
}

/** A picture of the area among its neighbours, in the classes of one figure, with its legend in it; on white, for paper. */
export function PlaceMap({ area, row, column, places }: PlaceMapProps) {
  const text = words.value;
  const { shapes, isGone, retry } = useShapes(area);
  const { indicator, moment } = row;
  const name = `${translate(indicator.name)}, ${formatPeriod(moment.period, language.value)}`;
  const title = text.report.mapTitle(area.name, name);
  const unit = formatUnit(indicator.unit, language.value);
  return (
    <ChartFigure
      title={title}
      note={unit}
      source={[indicator.source?.title, text.timeline.boundariesOf(area.boundaryYear)]
        .filter(Boolean)
        .join('; ')}
      draw={(width) =>
        isGone ? (
          <FailureNote message={text.report.noPlace} onRetry={retry} />
        ) : (
          shapes && <Picture title={title} shapes={shapes} row={row} column={column} width={width} />
        )
      }
      table={() => shapes && <DrawnTable shapes={shapes} row={row} places={places} />}
    />
  );
}

interface DrawnTableProps {
  readonly shapes: PlaceShapes;
  readonly row: FigureRow;
  readonly places: readonly ListedArea[];
}

/** The figures of the areas in the picture. */
function DrawnTable({ shapes, row: { indicator, moment }, places }: DrawnTableProps) {
  const text = words.value;
  const drawn = new Set(shapes.areas.map(({ code }) => code));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.table.name}</th>
          <th scope="col" class="number">
            {formatUnit(indicator.unit, language.value)}
          </th>
        </tr>
      </thead>
      <tbody>
        {places
          .filter(({ code }) => drawn.has(code))
          .map(({ code, name, index }) => {
            const { value, status, reason } = sideAt(moment, index, null);
            return (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td class="number">
                  {Number.isNaN(value)
                    ? nameStatus(status, indicator, reason)
                    : formatNumber(value, indicator.decimals, language.value)}
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

interface ReadShapes {
  /** null until they are there. */
  readonly shapes: PlaceShapes | null;
  /** Whether the server has none of that boundary year: others were published meanwhile. */
  readonly isGone: boolean;
  readonly retry: () => void;
}

/** The surroundings of an area. While they do not come, or arrive broken, the page says so and they are asked for again. */
function useShapes({ code, level, boundaryYear, bbox }: MapArea): ReadShapes {
  const shapes = useSignal<PlaceShapes | null>(null);
  const isMissing = useSignal(false);
  const attempt = useSignal(0);
  useEffect(
    () =>
      onPlaceFailure((failing) => {
        mapTrouble.value = failing ? 'tiles' : null;
      }),
    [],
  );
  useEffect(() => {
    let isGone = false;
    shapes.value = null;
    isMissing.value = false;
    if (bbox && bbox.length === 4)
      readPlaceShapes({
        code,
        level,
        boundaryYear,
        bbox: [...bbox] as [number, number, number, number],
      }).then(
        (found) => {
          if (!isGone) shapes.value = found;
        },
        () => {
          if (!isGone) isMissing.value = true;
        },
      );
    return () => {
      isGone = true;
    };
  }, [code, boundaryYear, attempt.value]);
  return { shapes: shapes.value, isGone: isMissing.value, retry: () => void attempt.value++ };
}

interface PictureProps {
  readonly title: string;
  readonly shapes: PlaceShapes;
  readonly row: FigureRow;
  readonly column: ColumnData;
  /** Of the picture, in pixels: the map is scaled to it, the words of the legend are not. */
  readonly width: number;
}

function Picture({ title, shapes, row: { indicator, moment }, column, width }: PictureProps) {
  const id = useId();
  const { classification, colours } = classifyColumn(column, indicator);
  const fills = shapes.areas.map(({ index }) => fillAt(moment, index, classification, colours, id));
  const absent = absences.filter((absence) => fills.includes(patternOf(absence, id)));
  const measure = { unit: indicator.unit, decimals: indicator.decimals, signed: false };
  const classes = describeClasses({ classification }, measure);
  const entries = [
    ...classes.map((label, index) => ({ label, fill: formatColour(colours[index] ?? [0, 0, 0]) })),
    ...absent.map((absence) => ({ label: nameStatus(absence, indicator), fill: patternOf(absence, id) })),
  ];
  const scale = width / shapes.width;
  const mapHeight = shapes.height * scale;
  const columns = Math.max(1, Math.floor(width / legendColumn));
  const height = mapHeight + Math.ceil(entries.length / columns) * legendRow + 10;
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <defs>
        <clipPath id={`${id}-frame`}>
          <rect width={width} height={mapHeight} />
        </clipPath>
        {absent.map((absence) => (
          <FillPattern key={absence} id={`${id}-${absence}`} fill={fillOf(absence, 'light')} />
        ))}
      </defs>
      <g clip-path={`url(#${id}-frame)`}>
        <rect width={width} height={mapHeight} fill="#eef1f3" />
        <g transform={`scale(${scale})`} class="report-map">
          {shapes.areas.map(({ code, path }, index) => (
            <path key={code} d={path} fill={fills[index]} />
          ))}
          <path d={shapes.borders} fill="none" stroke="#ffffff" stroke-width="0.8" />
          <path d={shapes.heavyBorders} fill="none" stroke="#5a5f66" stroke-width="1.2" />
          <path
            d={shapes.marked}
            fill="none"
            stroke="#ffffff"
            stroke-width="6"
            stroke-linejoin="round"
            stroke-linecap="round"
          />
          <path
            d={shapes.marked}
            fill="none"
            stroke="#1b1d20"
            stroke-width="3"
            stroke-linejoin="round"
            stroke-linecap="round"
          />
        </g>
      </g>
      {entries.map(({ label, fill }, index) => (
        <g
          key={label}
          transform={`translate(${(index % columns) * legendColumn} ${mapHeight + 8 + Math.floor(index / columns) * legendRow})`}
        >
          <rect width={20} height={13} fill={fill} stroke="#8b8f94" stroke-width="0.5" />
          <text x={28} y={11}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Classes over all periods, as the map divides them, in the colours of light paper. */
function classifyColumn(column: ColumnData, { decimals, polarity }: FigureRow['indicator']) {
  const { method, count, limits } = shown.value?.classes ?? { method: 'quantile', count: 5, limits: [] };
  const classification = classify(
    column.periods.map(({ values }) => values),
    { method, classes: count, limits, decimals },
  );
  const scheme = schemeFor(polarity, 'sequential');
  return { classification, colours: schemeColours(scheme, classification.breaks.length + 1, 'light') };
}

function fillAt(
  { values, statuses: codes }: ColumnPeriod,
  index: number,
  { breaks }: Classification,
  colours: readonly Colour[],
  id: string,
): string {
  const at = classOf(values[index] ?? Number.NaN, breaks);
  if (at >= 0) return formatColour(colours[at] ?? [0, 0, 0]);
  const status = statuses[codes[index] ?? statuses.length];
  return patternOf(absences.find((absence) => absence === status) ?? 'missing', id);
}

function patternOf(absence: Absence, id: string): string {
  return `url(#${id}-${absence})`;
}
