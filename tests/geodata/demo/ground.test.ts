import { describe, expect, it } from 'vitest';
import { districtOfNeighbourhood, levelOfCode, municipalityOfCode } from '../../../geodata/area.ts';
import { generateDemonstration } from '../../../geodata/demo/demonstration.ts';
import { grid } from '../../../geodata/demo/grid.ts';
import { cityPlans } from '../../../geodata/demo/places-cities.ts';
import { easternPlans } from '../../../geodata/demo/places-east.ts';
import { westernPlans } from '../../../geodata/demo/places-west.ts';
import { fillTerritories } from '../../../geodata/demo/territory.ts';
import type { BoundaryFeature } from '../../../geodata/sources/boundaries/boundaries.ts';
import { areaOf, contains, countCrossings, countRings, listSegments, listUnmatched } from './coverage.ts';

const { package: description, boundaries } = generateDemonstration(1);
const before = boundaries.get('buurten-2023') ?? [];
const now = boundaries.get('buurten-2025') ?? [];
const plans = [...cityPlans, ...westernPlans, ...easternPlans];

describe('the ground of the demonstration region', () => {
  it('holds the fourteen municipalities, 60 districts and 200 neighbourhoods or more, in both years', () => {
    expect(description.region.municipalities).toHaveLength(14);
    for (const features of [before, now]) {
      expect(new Set(features.map(({ municipality }) => municipality))).toEqual(
        new Set(description.region.municipalities),
      );
      expect(new Set(features.map(({ district }) => district)).size).toBeGreaterThanOrEqual(60);
      expect(features.length).toBeGreaterThanOrEqual(200);
    }
  });

  it('gives every area a code of its level, once, that names its parents', () => {
    for (const features of [before, now]) {
      expect(new Set(features.map(({ code }) => code)).size).toBe(features.length);
      for (const { code, district, municipality } of features) {
        expect(levelOfCode(code)).toBe('neighbourhood');
        expect(district).toBe(districtOfNeighbourhood(code));
        expect(municipality).toBe(municipalityOfCode(code));
      }
    }
  });

  it('names every area, uniquely within its district', () => {
    const names = now.map(({ name, district }) => `${district} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(now.filter(({ name, districtName }) => !name || !districtName)).toEqual([]);
  });

  it.each([1, 2, 3])('leaves no gap and no overlap, whatever the seed (%i)', (seed) => {
    for (const features of generateDemonstration(seed).boundaries.values()) {
      const segments = listSegments(features);
      expect(new Set(segments.map(String)).size).toBe(segments.length);
      expect(countRings(listUnmatched(segments))).toBe(1);
      expect(countCrossings(segments)).toBe(0);
    }
  });

  it('draws every neighbourhood and every district as one piece', () => {
    for (const features of [before, now]) {
      expect(features.filter(({ polygons }) => polygons.length !== 1).map(({ name }) => name)).toEqual([]);
      const scattered = [...groupBy(features, ({ district }) => district)].filter(
        ([, own]) => !isConnected(own),
      );
      expect(scattered.map(([district, [first]]) => `${district} ${first?.districtName}`)).toEqual([]);
    }
  });

  it('fills each municipality as far as its hand-drawn outline reaches, within 0.5%', () => {
    const territory = fillTerritories(
      plans.map(({ number }) => number),
      1,
    );
    for (const [index, { number, name }] of plans.entries()) {
      const outlined = territory.filter((label) => label === index).length * grid.cellKm ** 2;
      const own = now.filter(({ municipality }) => municipality === `GM${number}`);
      const filled = own.reduce((sum, feature) => sum + areaOf(feature), 0);
      expect(Math.abs(filled / outlined - 1), name).toBeLessThan(0.005);
    }
  });

  it('puts every town and village in its own municipality', () => {
    for (const { number, districts } of plans)
      for (const { name, longitude, latitude } of districts.flatMap(({ settlements }) => settlements)) {
        const holders = now.filter((feature) => contains(feature, [longitude, latitude]));
        expect(
          holders.map(({ municipality }) => municipality),
          name,
        ).toEqual([`GM${number}`]);
      }
  });

  it('makes towns dense and the countryside wide', () => {
    const heart = now.find(({ code }) => code === 'BU01530000');
    const fields = now.find(({ name }) => name === 'Holterberg');
    if (!heart || !fields) throw new Error('the heart of Enschede or the Holterberg is not there');
    expect(areaOf(heart)).toBeLessThan(1.5);
    expect(areaOf(fields)).toBeGreaterThan(8);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(generateDemonstration(1).boundaries).toEqual(boundaries);
    expect(generateDemonstration(2).boundaries).not.toEqual(boundaries);
  });
});

describe('what was redrawn between its two years', () => {
  const codesBefore = new Map(before.map((feature) => [feature.code, feature]));
  const codesNow = new Map(now.map((feature) => [feature.code, feature]));
  const [added, removed] = [minus(codesNow, codesBefore), minus(codesBefore, codesNow)];

  it('leaves most areas as they were', () => {
    const kept = now.filter(({ code, polygons }) => sameShape(polygons, codesBefore.get(code)?.polygons));
    expect(kept.length).toBeGreaterThan(0.9 * now.length);
  });

  it('splits areas: new codes lie within what an old code covered', () => {
    const split = added.filter(
      ({ polygons }) => !before.some((other) => sameShape(polygons, other.polygons)),
    );
    expect(split.map(({ name }) => name)).toHaveLength(3);
    for (const feature of split) expect(areasAround(feature, before)).toHaveLength(1);
  });

  it('merges areas: gone codes lie within what a code covers now', () => {
    const merged = removed.filter(
      ({ polygons }) => !now.some((other) => sameShape(polygons, other.polygons)),
    );
    expect(merged.map(({ name }) => name).sort()).toEqual(['Elsenerbroek', 'Oud Ootmarsum']);
    for (const feature of merged) expect(areasAround(feature, now)).toHaveLength(1);
  });

  it('recodes one area and leaves its shape and name', () => {
    const recoded = removed.flatMap((old) =>
      added.filter(({ name, polygons }) => name === old.name && sameShape(polygons, old.polygons)),
    );
    expect(recoded.map(({ name }) => name)).toEqual(['Harbrinkhoek']);
  });

  it('renames one area and leaves its code and shape', () => {
    const renamed = now.filter(({ code, name, polygons }) => {
      const old = codesBefore.get(code);
      return old && old.name !== name && sameShape(polygons, old.polygons);
    });
    expect(renamed.map(({ name }) => name)).toEqual(['Glane']);
  });

  it('moves the border between Zenderen and Stroom Esch', () => {
    const [shrunk, grown] = ['Zenderen Buiten', 'Stroom Esch'].map((wanted) => {
      const [old, current] = [before, now].map((features) => features.find(({ name }) => name === wanted));
      return old && current ? areaOf(current) - areaOf(old) : 0;
    });
    expect(shrunk).toBeLessThan(-0.1);
    expect(grown).toBeCloseTo(-(shrunk ?? 0), 6);
  });
});

function minus(one: Map<string, BoundaryFeature>, other: Map<string, BoundaryFeature>): BoundaryFeature[] {
  return [...one.values()].filter(({ code }) => !other.has(code));
}

/** Whether two shapes have the same corners; rings may begin elsewhere. */
function sameShape(
  one: BoundaryFeature['polygons'],
  other: BoundaryFeature['polygons'] | undefined,
): boolean {
  const corners = (polygons: BoundaryFeature['polygons']): string =>
    [...new Set(polygons.flat(2).map(String))].sort().join(' ');
  return other !== undefined && corners(one) === corners(other);
}

/** The areas that hold the middles of a feature's triangles that lie within it. */
function areasAround(feature: BoundaryFeature, others: readonly BoundaryFeature[]): BoundaryFeature[] {
  const ring = feature.polygons[0]?.[0] ?? [];
  const middles = ring.slice(2).flatMap((point, index) => {
    const [first, second] = [ring[0], ring[index + 1]];
    const middle = [0, 1].map(
      (axis) => ((first?.[axis] ?? 0) + (second?.[axis] ?? 0) + (point[axis] ?? 0)) / 3,
    );
    const inside: [number, number] = [middle[0] ?? 0, middle[1] ?? 0];
    return contains(feature, inside) ? [inside] : [];
  });
  return others.filter((other) => middles.some((middle) => contains(other, middle)));
}

function groupBy(
  features: readonly BoundaryFeature[],
  keyOf: (feature: BoundaryFeature) => string,
): Map<string, BoundaryFeature[]> {
  const groups = new Map<string, BoundaryFeature[]>();
  for (const feature of features)
    groups.set(keyOf(feature), [...(groups.get(keyOf(feature)) ?? []), feature]);
  return groups;
}

function isConnected(features: readonly BoundaryFeature[]): boolean {
  const borders = features.map(
    (feature) => new Set(listSegments([feature]).map(([from, to]) => `${to}>${from}`)),
  );
  const steps = features.map((feature) => listSegments([feature]).map(([from, to]) => `${from}>${to}`));
  const reached = new Set([0]);
  for (const at of reached)
    steps.forEach((own, index) => {
      if (own.some((step) => borders[at]?.has(step))) reached.add(index);
    });
  return reached.size === features.length;
}
