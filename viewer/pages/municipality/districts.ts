import { computed } from '@preact/signals';
import type { ListedArea } from '../../../geodata/area-list.ts';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { chooseIntervalMethod } from '../../../geodata/comparing/chance/method.ts';
import { comparePairs, intervalOf, type PairFinding } from '../../../geodata/comparing/chance/pairs.ts';
import type { Side } from '../../../geodata/comparing/chance/side.ts';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { isPartOf } from '../../../geodata/comparing/held-against.ts';
import { findCounts, sideAt } from '../../../geodata/comparing/sides.ts';
import { absentArea } from '../../../geodata/observation.ts';
import type { Estimate } from '../../../geodata/statistics/interval.ts';
import { readAreaList } from '../../data/client.ts';
import { readReferences } from '../../figures/references.ts';
import { readLevelFigures } from '../../state/area/level-figures.ts';
import { pageMunicipality } from '../../state/area/page-municipality.ts';
import { indicator, indicators, shown, shownParts } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { reference } from '../../state/reference/reference.ts';
import { createResource } from '../../state/resource.ts';

/** A district of the municipality, held against the reference. */
export interface DistrictRow {
  readonly place: ListedArea;
  readonly side: Side;
  /** The figure of its reference; null for counts, and where there is none. */
  readonly other: Side | null;
  readonly interval: Estimate | null;
  /** null for counts, which grow with their area, and without a figure of the reference. */
  readonly finding: PairFinding | null;
}

export interface DistrictRows {
  readonly moment: ColumnPeriod;
  readonly rows: readonly DistrictRow[];
}

const wanted = computed(() => {
  const meant = indicator.value;
  if (viewParts.page.value !== 'municipality' || !meant?.columns.district || !reference.value) return null;
  const { aggregate, derive } = meant;
  const weight = typeof aggregate === 'object' ? aggregate.weightedBy : undefined;
  const keys = [meant.key, derive?.numerator, derive?.denominator, weight].filter((key) => key !== undefined);
  // Another reference asks anew.
  const of = { municipality: pageMunicipality.value?.code ?? '', reference: reference.value.key };
  const carry = shownParts.carry.value;
  return { keys, period: shown.value?.period ?? '', carry, ...of };
});

const resource = createResource(wanted, async ({ keys, period, carry, municipality: code }, abort) => {
  const reading = readLevelFigures('district', carry, abort, keys);
  const { columns } = await reading;
  const moments = columns.get(keys[0] ?? '')?.periods ?? [];
  const own = moments.filter((each) => each.period === period);
  const moment = (own.length > 0 ? own : moments).reduce<ColumnPeriod | null>(
    (newest, each) => (!newest || each.boundaryYear >= newest.boundaryYear ? each : newest),
    null,
  );
  if (!moment) return null;
  const { rows } = await readAreaList({ level: 'district', boundaryYear: moment.boundaryYear }, abort);
  const places = rows.filter((place) => isPartOf(place.code, { key: code }));
  const figures = reading.then((level) => [level]);
  const references = await readReferences(
    places.map((place) => place.code),
    carry,
    figures,
    abort,
  );
  return { columns, moment, places, references };
});

/** Whether the figures of the districts are still on their way. */
export const areDistrictsLoading = computed(() => !resource.isAnswered.value);

/** The districts of the municipality in the period on screen, corrected for testing all of them; null where there are none. */
export const districtRows = computed((): DistrictRows | null => {
  const [found, meant] = [resource.current.value, indicator.value];
  if (!found || !meant) return null;
  const { columns, moment, places, references } = found;
  const counts = findCounts(meant, columns, moment);
  const hasBounds = moment.lower !== undefined && moment.upper !== undefined;
  const interval = chooseIntervalMethod(meant, indicators.value, hasBounds);
  const inside = places.filter(({ index }) => moment.statuses[index] !== absentArea);
  const sides = inside.map((place) => ({
    place,
    side: sideAt(moment, place.index, counts),
    other: growsWithArea(meant) ? null : references.sideOf(place, meant, moment),
  }));
  const compared = sides.flatMap(({ place, side, other }) =>
    other && !Number.isNaN(other.value) ? [{ place, one: side, other }] : [],
  );
  const findings = comparePairs(
    compared.map(({ place, one, other }) => ({
      interval,
      one,
      other,
      isPart: references.isPart(place.code),
    })),
  );
  const findingOf = new Map(compared.map(({ place }, at) => [place, findings[at] ?? null]));
  const rows = sides.map(({ place, side, other }) => ({
    place,
    side,
    other,
    interval: intervalOf(side, interval),
    finding: findingOf.get(place) ?? null,
  }));
  const weigh = ({ side }: DistrictRow) => (Number.isNaN(side.value) ? Number.NEGATIVE_INFINITY : side.value);
  rows.sort((one, two) => weigh(two) - weigh(one) || (one.place.name < two.place.name ? -1 : 1));
  return { moment, rows };
});
