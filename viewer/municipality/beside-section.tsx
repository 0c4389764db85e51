import { formatUnit } from '../../geodata/number.ts';
import { absentArea, statuses } from '../../geodata/observation.ts';
import { formatPeriod } from '../../geodata/period.ts';
import { measureRobustly } from '../../geodata/statistics/robust.ts';
import type { HeatRow } from '../chart/heat-table.tsx';
import { HeatTable } from '../chart/heat-table.tsx';
import type { ChartLine } from '../chart/line.ts';
import { SmallMultiples } from '../chart/small-multiples.tsx';
import { translate, words } from '../language/reading.ts';
import type { FigureRow } from '../profile/figure-rows.ts';
import { lineOfMoments } from '../profile/lines.ts';
import { listKnown, listMoments } from '../profile/moment.ts';
import type { AreaReferences } from '../profile/references.ts';
import { groupByTheme } from '../profile/themes.ts';
import { indicator } from '../state/catalog.ts';
import type { Place } from '../state/places.ts';
import { language } from '../state/view.ts';
import { against, figureRows, matter, municipality } from './municipality.ts';

/** All municipalities beside each other: one figure through time, and every figure by how far it lies from the reference. */
export function BesideSection() {
  const text = words.value;
  const own = municipality.value;
  const places = matter.value?.places.get('municipality')?.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const references = matter.value?.references;
  if (!own || !places || !references || !figureRows.value) return null;
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{text.municipality.beside}</h2>
      <Multiples places={places} marked={own.code} />
      <h3>{text.municipality.heat(against.value?.name ?? '')}</h3>
      <p class="soft">{text.charts.heatNote(against.value?.name ?? '')}</p>
      {groupByTheme(figureRows.value).map(({ key, name, rows }) => {
        const drawn = rows.flatMap((row) => describeHeat(row, places, references) ?? []);
        return drawn.length > 0 ? (
          <div key={key}>
            <h4>{name}</h4>
            <HeatTable
              caption={`${name}: ${text.municipality.heat(against.value?.name ?? '')}`}
              columns={places}
              rows={drawn}
              marked={own.code}
            />
          </div>
        ) : null;
      })}
    </section>
  );
}

function Multiples({ places, marked }: { readonly places: readonly Place[]; readonly marked: string }) {
  const text = words.value;
  const meant = indicator.value;
  const found = matter.value;
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
  const isShared = against.value?.kind === 'place' && meant.kind !== 'count';
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
  places: readonly Place[],
  { sideOf }: AreaReferences,
): HeatRow | null {
  const { spread } = measureRobustly(listKnown(moment));
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
