import { computed } from '@preact/signals';
import { chooseIntervalMethod } from '../../geodata/chance/method.ts';
import { comparePairs, intervalOf, type PairFinding, type Side } from '../../geodata/chance/pairs.ts';
import type { ColumnPeriod } from '../../geodata/column.ts';
import { absentArea } from '../../geodata/observation.ts';
import type { Estimate } from '../../geodata/statistics/interval.ts';
import { readPlaces, readSeries } from '../data/client.ts';
import { isPartOf } from '../profile/against.ts';
import { readLevelFigures } from '../profile/level-figures.ts';
import { findCounts, sideAt, sideOfRows } from '../profile/sides.ts';
import { indicator, indicators, shown } from '../state/catalog.ts';
import type { Place } from '../state/places.ts';
import { reference } from '../state/reference.ts';
import { createResource } from '../state/resource.ts';
import { viewParts } from '../state/view.ts';
import { municipality } from './municipality.ts';

/** A district of the municipality, held against the reference. */
export interface DistrictRow {
  readonly place: Place;
  readonly side: Side;
  readonly interval: Estimate | null;
  /** null for counts, which grow with their area, and without a figure of the reference. */
  readonly finding: PairFinding | null;
}

export interface DistrictRows {
  readonly moment: ColumnPeriod;
  readonly reference: Side | null;
  readonly rows: readonly DistrictRow[];
}

const wanted = computed(() => {
  const meant = indicator.value;
  if (viewParts.page.value !== 'municipality' || !meant?.columns.district || !reference.value) return null;
  const keys = [meant.key, meant.derive?.numerator, meant.derive?.denominator].filter(
    (key) => key !== undefined,
  );
  return JSON.stringify({ keys, reference: reference.value.code, period: shown.value?.period ?? '' });
});

interface Wanted {
  readonly keys: readonly string[];
  readonly reference: string;
  readonly period: string;
}

const resource = createResource(wanted, async (key, abort) => {
  const { keys, reference: code, period } = JSON.parse(key) as Wanted;
  const [{ columns }, series] = await Promise.all([
    readLevelFigures('district', abort, keys),
    readSeries({ indicator: keys, areas: [code], carry: null }, abort),
  ]);
  const moments = columns.get(keys[0] ?? '')?.periods ?? [];
  const own = moments.filter((each) => each.period === period);
  const moment = (own.length > 0 ? own : moments).reduce<ColumnPeriod | null>(
    (newest, each) => (!newest || each.boundaryYear >= newest.boundaryYear ? each : newest),
    null,
  );
  if (!moment) return null;
  const places = await readPlaces({ level: 'district', boundaryYear: moment.boundaryYear }, abort);
  return { columns, moment, places: places.rows, references: series.rows };
});

/** Whether the figures of the districts are still on their way. */
export const areDistrictsLoading = computed(() => resource.key.value !== wanted.value);

/** The districts of the municipality in the period on screen, corrected for testing all of them; null where there are none. */
export const districtRows = computed((): DistrictRows | null => {
  const found = areDistrictsLoading.value ? null : resource.data.value;
  const [meant, against, own] = [indicator.value, reference.value, municipality.value];
  if (!found || !meant || !against || !own) return null;
  const { columns, moment, places, references } = found;
  const other = sideOfRows(references, meant, moment);
  const counts = findCounts(meant, columns, moment);
  const hasBounds = moment.lower !== undefined && moment.upper !== undefined;
  const interval = chooseIntervalMethod(meant, indicators.value, hasBounds);
  const inside = places.filter(
    ({ code, index }) => isPartOf(code, { key: own.code }) && moment.statuses[index] !== absentArea,
  );
  const sides = inside.map(({ index }) => sideAt(moment, index, counts));
  const canCompare = meant.kind !== 'count' && other !== null && !Number.isNaN(other.value);
  const findings = canCompare
    ? comparePairs(
        sides.map((one, at) => ({
          interval,
          one,
          other,
          isPart: isPartOf(inside[at]?.code ?? '', against),
        })),
      )
    : [];
  const rows = inside.flatMap((place, at) => {
    const side = sides[at];
    return side ? [{ place, side, interval: intervalOf(side, interval), finding: findings[at] ?? null }] : [];
  });
  const weigh = ({ side }: DistrictRow) => (Number.isNaN(side.value) ? Number.NEGATIVE_INFINITY : side.value);
  rows.sort((one, two) => weigh(two) - weigh(one) || (one.place.name < two.place.name ? -1 : 1));
  return { moment, reference: other, rows };
});
