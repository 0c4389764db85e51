import type { ListedArea } from '../../../geodata/area-list.ts';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { findPopulation } from '../../../geodata/connection/population.ts';
import { formatUnit } from '../../../geodata/number.ts';
import { absentArea, statuses } from '../../../geodata/observation.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { AreaReferences } from '../../figures/area-references.ts';
import type { FigureRow } from '../../figures/figure-rows.ts';
import { lineOfMoments } from '../../figures/lines.ts';
import { spreadAt } from '../../figures/spread.ts';
import { groupByTheme } from '../../figures/themes.ts';
import type { HeatRow } from '../../parts/chart/heat-table.tsx';
import { HeatTable } from '../../parts/chart/heat-table.tsx';
import { SmallMultiples } from '../../parts/chart/small-multiples.tsx';
import { InTurn } from '../../parts/in-turn.tsx';
import type { ChartLine } from '../../state/area/line.ts';
import { findNewest, listMoments } from '../../state/area/moment.ts';
import { pageMunicipality } from '../../state/area/page-municipality.ts';
import { indicator, indicators } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import { chooseBeside } from './beside.ts';
import { against, areaFigures, figureRows } from './municipality.ts';

/** All municipalities beside each other: one figure through time, and every figure by how far it lies from the reference. */
export function BesideSection() {
  const text = words.value;
  const own = pageMunicipality.value;
  const all = areaFigures.value?.places.get('municipality');
  const references = areaFigures.value?.references;
  if (!own || !all || !references || !figureRows.value) return null;
  const places = chooseBeside(all, own, findInhabitants(own.code));
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{text.municipality.beside}</h2>
      {places.length < all.length && <p>{text.municipality.besideNearest(places.length, own.name)}</p>}
      <InTurn>{() => <Multiples places={places} marked={own.code} />}</InTurn>
      <h3>{text.municipality.heat(against.value?.name ?? '')}</h3>
      <p class="soft">{text.charts.heatNote(against.value?.name ?? '')}</p>
      {groupByTheme(figureRows.value).map(({ key, name, rows }) => (
        <InTurn key={key}>{() => <Heat {...{ name, rows, places, references }} marked={own.code} />}</InTurn>
      ))}
    </section>
  );
}

interface HeatProps {
  /** Of the theme. */
  readonly name: string;
  readonly rows: readonly FigureRow[];
  readonly places: readonly ListedArea[];
  readonly references: AreaReferences;
  readonly marked: string;
}

function Heat({ name, rows, places, references, marked }: HeatProps) {
  const text = words.value.municipality;
  const drawn = rows.flatMap((row) => describeHeat(row, places, references) ?? []);
  if (drawn.length === 0) return null;
  const caption = `${name}: ${text.heat(against.value?.name ?? '')}`;
  return (
    <div>
      <h4>{name}</h4>
      <HeatTable caption={caption} columns={places} rows={drawn} marked={marked} />
    </div>
  );
}

/** How many live in each municipality, by area index, at the newest moment that is known of one; null where that is not known. */
function findInhabitants(code: string): Float64Array | null {
  const population = findPopulation(indicators.value);
  const column = population && areaFigures.value?.figures.get('municipality')?.columns.get(population.key);
  const area = areaFigures.value?.areas.find((each) => each.code === code);
  if (!column || !area) return null;
  return findNewest(listMoments(column, area.index), area.index)?.values ?? null;
}

function Multiples({ places, marked }: { readonly places: readonly ListedArea[]; readonly marked: string }) {
  const text = words.value;
  const meant = indicator.value;
  const found = areaFigures.value;
  const column = meant && found?.figures.get('municipality')?.columns.get(meant.key);
  if (!meant || !column) return null;
  const lines = places.map(({ code, name, index }) =>
    lineOfMoments({ code, name, index, indicator: meant, moments: listMoments(column, index) }),
  );
  const current =
    lines
      .flatMap(({ points }) => points.at(-1)?.period ?? [])
      .sort()
      .at(-1) ?? '';
  const own = found?.areas[0];
  // Where each has a reference of its own, that of one says nothing of the others.
  const isShared = against.value?.kind === 'place' && !growsWithArea(meant);
  const reference: ChartLine | null =
    own && isShared ? (found?.references.lineOf(own, meant, listMoments(column, own.index)) ?? null) : null;
  return (
    <SmallMultiples
      title={text.municipality.multiples(translate(meant.name))}
      source={meant.source?.title ?? ''}
      unit={meant.unit}
      decimals={meant.decimals}
      lines={lines}
      reference={reference}
      marked={marked}
      current={current}
    />
  );
}

/** A row of the heat table; null where nothing can be held against the reference. */
function describeHeat(
  { indicator: meant, moment, finding }: FigureRow,
  places: readonly ListedArea[],
  { sideOf }: AreaReferences,
): HeatRow | null {
  const spread = spreadAt(moment);
  if (!finding) return null;
  const cells = places.map((place) => {
    const [value, code] = [
      moment.values[place.index] ?? Number.NaN,
      moment.statuses[place.index] ?? absentArea,
    ];
    const reference = sideOf(place, meant, moment)?.value ?? Number.NaN;
    if (Number.isNaN(value - reference) || statuses[code] === undefined) return null;
    return { value, deviation: spread > 0 ? (value - reference) / spread : 0 };
  });
  return {
    key: meant.key,
    name: translate(meant.name),
    note: `${formatUnit(meant.unit, language.value)}, ${formatPeriod(moment.period, language.value)}`,
    decimals: meant.decimals,
    polarity: meant.polarity,
    cells,
  };
}
