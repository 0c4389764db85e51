import { expect, test } from 'vitest';
import { createRandom } from '../../../geodata/statistics/random.ts';
import {
  type CountedArea,
  listSecondarySuppressions,
} from '../../../geodata/weighting/secondary-suppression.ts';

const hiddenBelow = 50;
type Place = Omit<CountedArea, 'isShown'>;
const district = (code: string, parent: string, count: number): Place => ({
  code,
  parent,
  count,
  level: 'district',
});
const municipality = (code: string, count: number): Place => ({
  code,
  count,
  level: 'municipality',
  parent: 'region',
});
const show = (places: readonly Place[]): CountedArea[] =>
  places.map((place) => ({ ...place, isShown: place.count >= hiddenBelow }));
const listHidden = (places: readonly Place[]) => [...listSecondarySuppressions(show(places), hiddenBelow)];

test('what is left of a whole is not computed: the smallest shown part is hidden too', () => {
  const whole = municipality('GM0001', 300);
  const two = [district('WK000100', 'GM0001', 72), district('WK000101', 'GM0001', 28)];
  expect(listHidden([{ ...whole, count: 100 }, ...two])).toEqual(['WK000100']);
  expect(listHidden([whole, ...two, district('WK000102', 'GM0001', 200)])).toEqual(['WK000100']);
  // Two hidden parts of 60 together are enough, and so are none.
  const pair = [district('WK000101', 'GM0001', 30), district('WK000102', 'GM0001', 30)];
  expect(listHidden([whole, district('WK000100', 'GM0001', 240), ...pair])).toEqual([]);
  expect(listHidden([{ ...whole, count: 60 }, ...pair])).toEqual([]);
  expect(listHidden([whole, district('WK000100', 'GM0001', 300)])).toEqual([]);
});

test('a hidden municipality whose districts are all shown takes one of those along', () => {
  const places: Place[] = [
    { code: 'region', level: 'region', parent: 'NL00', count: 190 },
    municipality('GM0001', 150),
    municipality('GM0002', 40),
    district('WK000100', 'GM0001', 90),
    district('WK000101', 'GM0001', 60),
  ];
  expect(listHidden(places)).toEqual(['GM0001', 'WK000101']);
});

/** Areas in up to four levels, where half of the smallest have fewer answers than are shown. */
function drawPlaces(random: () => number): Place[] {
  const draw = (most: number) => Math.floor(random() * most);
  const sum = (places: readonly Place[]) => places.reduce((total, { count }) => total + count, 0);
  const places: Place[] = [];
  const municipalities: Place[] = [];
  for (let one = 0; one < 1 + draw(3); one += 1) {
    const districts: Place[] = [];
    for (let two = 0; two < 1 + draw(3); two += 1) {
      const code = `WK000${one}0${two}`;
      const parts = Array.from({ length: draw(3) }, (_, index): Place => {
        return { code: `BU${one}${two}${index}`, level: 'neighbourhood', parent: code, count: draw(110) };
      });
      // Some live in no neighbourhood that was drawn.
      districts.push(
        district(code, `GM000${one}`, sum(parts) + (parts.length > 0 ? draw(2) * draw(60) : draw(110))),
      );
      places.push(...parts);
    }
    municipalities.push(municipality(`GM000${one}`, sum(districts)));
    places.push(...districts);
  }
  return [
    ...places,
    ...municipalities,
    { code: 'region', level: 'region', parent: 'NL00', count: sum(municipalities) },
  ];
}

/** Smallest parts that nothing lies in, with what the areas hold beside their parts. */
function listAtoms(
  places: readonly Place[],
): { readonly within: readonly string[]; readonly count: number }[] {
  const parentOf = new Map(places.map(({ code, parent }) => [code, parent]));
  const listAbove = (code: string | null | undefined): string[] =>
    code && parentOf.has(code) ? [code, ...listAbove(parentOf.get(code))] : [];
  return places
    .map(({ code, count }) => ({
      within: listAbove(code),
      count: places.filter(({ parent }) => parent === code).reduce((rest, part) => rest - part.count, count),
    }))
    .filter(({ count }) => count > 0);
}

/** How many rows are independent (Gaussian elimination). */
function measureRank(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (!pivot) continue;
    rank += 1;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => {
        const times = (row[column] ?? 0) / (pivot[column] ?? 1);
        return row.map((value, index) => value - times * (pivot[index] ?? 0));
      });
  }
  return rank;
}

/** Every set of too few answers that an attacker computes, by whatever sum, from the areas that are shown. */
function attack(places: readonly Place[], isShown: (code: string) => boolean): number[] {
  const atoms = listAtoms(places);
  const rows = places
    .filter(({ code }) => isShown(code))
    .map(({ code }) => atoms.map(({ within }) => Number(within.includes(code))));
  const rank = measureRank(rows);
  const found: number[] = [];
  for (let set = 1; set < 2 ** atoms.length; set += 1) {
    const chosen = atoms.map((_, index) => (set >> index) & 1);
    const count = atoms.reduce((sum, atom, index) => sum + atom.count * (chosen[index] ?? 0), 0);
    if (count < hiddenBelow && measureRank([...rows, chosen]) === rank) found.push(count);
  }
  return found;
}

test('no sum of what is shown gives fewer answers than are shown, in any sample', () => {
  const random = createRandom(20_261_130);
  let beaten = 0;
  for (let sample = 0; sample < 150; sample += 1) {
    const places = drawPlaces(random);
    if (listAtoms(places).length > 9) continue;
    const areas = show(places);
    const open = new Set(areas.filter(({ isShown }) => isShown).map(({ code }) => code));
    if (attack(places, (code) => open.has(code)).length > 0) beaten += 1;
    const hidden = listSecondarySuppressions(areas, hiddenBelow);
    expect(
      attack(places, (code) => open.has(code) && !hidden.has(code)),
      JSON.stringify(places),
    ).toEqual([]);
  }
  // The attack does find what is not protected.
  expect(beaten).toBeGreaterThan(40);
});
