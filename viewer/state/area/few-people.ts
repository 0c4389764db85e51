import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { choosePoints } from '../../../geodata/comparing/points.ts';
import { denominatorOf } from '../../../geodata/denominator.ts';
import { writeAddress } from '../../../geodata/dimension.ts';
import { readSeries } from '../../data/client.ts';
import type { ObservationRow } from '../../data/contract.ts';
import { boundaryYear, indicator, shown } from '../catalog.ts';
import { createResource } from '../resource.ts';
import { lines, pointOf } from './benchmarks.ts';
import { area } from './selection.ts';

/** Nothing is asked of areas that have their figure. */
const wanted = computed(() => {
  const [found, meant] = [area.data.value, indicator.value];
  const own = lines.value?.find(({ code }) => code === found?.code);
  const denominator = meant && denominatorOf(meant);
  if (!found || !denominator || !own || pointOf(own)?.status !== 'too-few') return null;
  const isInside = found.level === 'district' || found.level === 'neighbourhood';
  return {
    indicator: [...new Set([denominator, meant.derive?.numerator ?? denominator])],
    areas: isInside ? [found.code, municipalityOfCode(found.code)] : [found.code],
    carry: shown.value?.carry ?? null,
  };
});

/** What the rate of the area of the side panel is made of, and that of its municipality. */
const ingredients = createResource(wanted, readSeries);

/** The figures of one of the indicators in one area, one a period, in the boundaries on screen where those have it. */
export function listIngredients(address: string, code: string): ObservationRow[] {
  const rows = ingredients.current.value?.rows ?? [];
  const own = rows.filter((row) => row.area === code && writeAddress(row) === address);
  return choosePoints(own, boundaryYear.value);
}
