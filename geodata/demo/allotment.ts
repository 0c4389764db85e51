import type { Random } from '../statistics/random.ts';
import { centreOfCell, distance, type Point, toPoint } from './grid.ts';
import type { Parcel } from './parcel.ts';
import { createField, createNamedRandom } from './random.ts';

const rounds = 10;

/** Discs are hills of exp(-(distance ÷ radius)²), and built-up is what rises above this: one alone keeps its radius, close ones join. */
const edgeOfTown = Math.exp(-1);

/**
 * The parcel of every cell, -1 outside. Built-up discs come first, the rest goes to the nearest countryside; distances are
 * measured on a plane that is warped by noise, so that edges wind as roads and brooks do. Settlements of several
 * parts are divided into parts of like size (Lloyd's algorithm).
 */
export function allotCells(territory: Int16Array, parcels: readonly Parcel[], seed: number): Int16Array {
  const labels = new Int16Array(territory.length).fill(-1);
  const cellsOf = new Map<number, number[]>();
  const choose = createChooser(parcels, seed);
  for (let cell = 0; cell < territory.length; cell++) {
    const municipality = territory[cell] ?? -1;
    if (municipality < 0) continue;
    const label = choose(municipality, centreOfCell(cell));
    labels[cell] = label;
    const cells = cellsOf.get(label);
    if (cells) cells.push(cell);
    else cellsOf.set(label, [cell]);
  }
  const random = createNamedRandom(seed, 'parts');
  const warp = createWarp(seed, 'parts', 0.12, 0.6);
  for (const [label, cells] of cellsOf) {
    const parts = parcels[label]?.parts ?? 1;
    if (parts > 1)
      divideCells(cells, parts, random, warp, (cell, part) => {
        labels[cell] = label + part;
      });
  }
  return labels;
}

/** The first parcel of the settlement that covers a point, or else the countryside nearest to it. */
function createChooser(
  parcels: readonly Parcel[],
  seed: number,
): (municipality: number, point: Point) => number {
  const random = createNamedRandom(seed, 'town shapes');
  const sites = parcels.flatMap((parcel, label) =>
    parcel.part === 0
      ? [
          {
            ...parcel,
            label,
            centre: toPoint(parcel.longitude, parcel.latitude),
            measure: createMeasure(random),
          },
        ]
      : [],
  );
  const sitesOf = new Map<number, typeof sites>();
  for (const site of sites) sitesOf.set(site.municipality, [...(sitesOf.get(site.municipality) ?? []), site]);
  const warpTown = createWarp(seed, 'towns', 0.18, 0.7);
  const warpCountry = createWarp(seed, 'country', 0.9, 3.2);
  return (municipality, point) => {
    const inTown = warpTown(point);
    const inCountry = warpCountry(point);
    let built = 0;
    let [town, reach, country, nearest] = [-1, Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY];
    for (const { label, centre, radiusKm, measure } of sitesOf.get(municipality) ?? []) {
      if (radiusKm === null) {
        const away = distance(inCountry, centre);
        if (away < nearest) [country, nearest] = [label, away];
      } else {
        const away = measure(inTown.x - centre.x, inTown.y - centre.y) / radiusKm;
        built += Math.exp(-away * away);
        if (away < reach) [town, reach] = [label, away];
      }
    }
    return built > edgeOfTown ? town : country;
  };
}

/** A town's own way to measure: longer one way than the other, and squarish, as streets make it. */
function createMeasure(random: Random): (dx: number, dy: number) => number {
  const [angle, stretch] = [random() * Math.PI, 0.8 + random() * 0.15];
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return (dx, dy) => {
    const along = Math.abs(dx * cosine + dy * sine) * stretch;
    const across = Math.abs(dy * cosine - dx * sine) / stretch;
    return Math.cbrt(along ** 3 + across ** 3);
  };
}

/** A bending of the plane: up to about `reachKm`, in waves of `lengthKm` with finer ones on them. */
function createWarp(seed: number, name: string, reachKm: number, lengthKm: number): (point: Point) => Point {
  const east = createField(seed, `${name} east`);
  const north = createField(seed, `${name} north`);
  const shift = (field: typeof east, { x, y }: Point): number =>
    reachKm * (field(x / lengthKm, y / lengthKm) + 0.4 * field((x * 2.7) / lengthKm, (y * 2.7) / lengthKm));
  return (point) => ({ x: point.x + shift(east, point), y: point.y + shift(north, point) });
}

function divideCells(
  cells: readonly number[],
  parts: number,
  random: Random,
  warp: (point: Point) => Point,
  assign: (cell: number, part: number) => void,
): void {
  const points = cells.map((cell) => warp(centreOfCell(cell)));
  let centres = chooseApart(points, parts, random);
  for (let round = 0; round < rounds; round++) {
    const sums = centres.map(() => ({ x: 0, y: 0, count: 0 }));
    for (const point of points) {
      const sum = sums[nearestOf(centres, point)];
      if (!sum) continue;
      sum.x += point.x;
      sum.y += point.y;
      sum.count++;
    }
    centres = sums.map(({ x, y, count }, index) =>
      count > 0 ? { x: x / count, y: y / count } : (centres[index] ?? { x, y }),
    );
  }
  const middle = nearestOf(centres, meanOf(points));
  const order = centres.map((_, index) => (index === middle ? 0 : index < middle ? index + 1 : index));
  cells.forEach((cell, index) => {
    const point = points[index];
    if (point) assign(cell, order[nearestOf(centres, point)] ?? 0);
  });
}

/** Points far from one another: the first at random, each next the farthest of a few draws (k-means++ made greedy). */
function chooseApart(points: readonly Point[], count: number, random: Random): Point[] {
  const chosen: Point[] = [];
  while (chosen.length < count) {
    const draws = Array.from(
      { length: 12 },
      () => points[Math.floor(random() * points.length)] ?? { x: 0, y: 0 },
    );
    const room = (point: Point): number => Math.min(...chosen.map((other) => distance(point, other)));
    chosen.push(draws.reduce((best, draw) => (room(draw) > room(best) ? draw : best)));
  }
  return chosen;
}

function nearestOf(centres: readonly Point[], point: Point): number {
  let [best, shortest] = [0, Number.POSITIVE_INFINITY];
  centres.forEach((centre, index) => {
    const away = (centre.x - point.x) ** 2 + (centre.y - point.y) ** 2;
    if (away < shortest) [best, shortest] = [index, away];
  });
  return best;
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
