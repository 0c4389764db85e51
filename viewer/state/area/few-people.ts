import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { denominatorOf } from '../../../geodata/denominator.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import { readSeries } from '../../data/client.ts';
import type { ObservationRow } from '../../data/contract.ts';
import { boundaryYear, indicator, shown } from '../catalog.ts';
import { createResource } from '../resource.ts';
import { choosePoints } from './points.ts';
import { area } from './selection.ts';

const wanted = computed(() => {
  const [code, meant] = [area.data.value?.code, indicator.value];
  const denominator = meant && denominatorOf(meant);
  if (!code || !meant || !denominator) return null;
  const municipality = isMapLevel(area.data.value?.level ?? '') ? municipalityOfCode(code) : '';
  return [shown.value?.carry ?? '', code, municipality, denominator, meant.derive?.numerator ?? ''].join(' ');
});

/** What a rate of too few people is made of, for the area of the side panel and its municipality. */
export const ingredients = createResource(wanted, (key, abort) => {
  const [carry, code = '', municipality, ...keys] = key.split(' ');
  const areas = [...new Set([code, ...(municipality ? [municipality] : [])])];
  return readSeries({ indicator: keys.filter(Boolean), areas, carry: carry ? Number(carry) : null }, abort);
});

/** The figures of one of the indicators in one area, one a period, in the boundaries on screen where those have it. */
export function listIngredients(address: string, code: string): ObservationRow[] {
  const rows = ingredients.key.value === wanted.value ? (ingredients.data.value?.rows ?? []) : [];
  const own = rows.filter((row) => row.area === code && addressOf(row) === address);
  return choosePoints(own, boundaryYear.value);
}

function addressOf({ indicator: key, category }: ObservationRow): string {
  return category ? `${key}/${category}` : key;
}
