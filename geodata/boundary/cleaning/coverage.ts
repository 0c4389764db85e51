import type { Position } from 'geojson';
import type { MultiPolygon } from '../grid.ts';
import { metresPerDegree } from '../measure.ts';
import { type Arrangement, arrange } from './arrangement.ts';
import { bridgeNarrows } from './bridges.ts';
import { sweepCrumbs } from './crumbs.ts';
import { addPolygon, createLinework, type Linework } from './linework.ts';
import { nodeLinework } from './noding.ts';
import { type Claims, type Settlement, settleOwners } from './ownership.ts';
import { traceOwners } from './rings.ts';

export interface CoverageFeature {
  readonly code: string;
  readonly polygons: MultiPolygon;
}

/**
 * What was put right. `overlap`: ground that both claimed, now `code`'s. `sliver`: ground that nobody claimed, now
 * `code`'s, with the neighbour it lay between. `self-crossing`: ground inside a crossing of the area's own ring, read
 * even-odd. `areaM2` is all ground of that kind for the pair, in m².
 */
export interface CoverageRepair {
  readonly code: string;
  readonly otherCode: string | null;
  readonly kind: 'overlap' | 'sliver' | 'self-crossing';
  readonly areaM2: number;
}

/** Areas whose neighbours share every point of their border. */
export interface Coverage {
  readonly shapes: Map<string, MultiPolygon>;
  readonly repairs: CoverageRepair[];
  /** Codes that are left without ground, because they had none or another area covers it all. */
  readonly empty: string[];
}

/** Repairs of less ground than this (m²) are the rounding of coordinates and are not reported. */
const leastReported = 1;

/**
 * Turns polygons of neighbours that overlap, gape or cross themselves into a coverage: every piece of ground has one
 * owner, and neighbours share every point of their border. Coordinates are rounded to 1e-7 degree (1 cm). Empty ground
 * that is wide (see `sliverWidth`, `sliverArea`) stays empty.
 */
export function cleanCoverage(
  features: readonly CoverageFeature[],
  onProgress: (step: string) => void = () => undefined,
): Coverage {
  const linework = createLinework();
  const ownerOfPolygon: number[] = [];
  features.forEach(({ polygons }, owner) => {
    for (const rings of polygons) addPolygon(linework, rings, ownerOfPolygon.push(owner) - 1);
  });
  const claims: Claims = { ownerOfPolygon, coarseness: features.map(measureCoarseness) };
  onProgress(`joining ${linework.edges.size} edges of ${features.length} areas`);
  const arrangement = arrangeBridged(nodeLinework(linework), claims);
  onProgress(`settling ${arrangement.faces.length} pieces of ground`);
  const { owners, settlements } = settleOwners(arrangement, claims);
  sweepCrumbs(arrangement, owners);
  const traced = traceOwners(arrangement, owners);
  const shapes = new Map(
    features.flatMap(({ code }, owner) => {
      const polygons = traced.get(owner);
      return polygons ? [[code, polygons] as const] : [];
    }),
  );
  const codes = features.map(({ code }) => code);
  return {
    shapes,
    repairs: [...sumSettlements(settlements, codes), ...findSelfCrossings(arrangement, claims, codes)],
    empty: codes.filter((code) => !shapes.has(code)),
  };
}

function arrangeBridged(linework: Linework, claims: Claims): Arrangement {
  return arrange(nodeLinework(bridgeNarrows(linework, arrange(linework), claims)));
}

/** Mean length in metres of the edges of an area's rings: how coarsely it was drawn. */
function measureCoarseness({ polygons }: CoverageFeature): number {
  let length = 0;
  let edges = 0;
  for (const ring of polygons.flat()) {
    ring.forEach((point, index) => {
      const previous = ring[index - 1];
      if (!previous) return;
      length += measureEdge(previous, point);
      edges++;
    });
  }
  return edges === 0 ? 1 : Math.max(0.01, length / edges);
}

function measureEdge([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const metres = metresPerDegree(ay);
  return Math.hypot((bx - ax) * metres.lon, (by - ay) * metres.lat);
}

function sumSettlements(settlements: readonly Settlement[], codes: readonly string[]): CoverageRepair[] {
  const sums = new Map<string, { first: Settlement; areaM2: number }>();
  for (const settlement of settlements) {
    const key = `${settlement.kind} ${settlement.owner} ${settlement.other}`;
    const sum = sums.get(key) ?? { first: settlement, areaM2: 0 };
    sum.areaM2 += settlement.area;
    sums.set(key, sum);
  }
  return [...sums.values()]
    .filter(({ areaM2 }) => areaM2 >= leastReported)
    .map(({ first: { kind, owner, other }, areaM2 }) => ({
      code: codes[owner] ?? '',
      otherCode: other === null ? null : (codes[other] ?? null),
      kind,
      areaM2,
    }));
}

/** Ground that an area's own ring winds around otherwise than once. */
function findSelfCrossings(
  { faces }: Arrangement,
  { ownerOfPolygon }: Claims,
  codes: readonly string[],
): CoverageRepair[] {
  const sums = new Map<string, number>();
  for (const { windings, area } of faces) {
    for (const [polygon, count] of windings) {
      const code = codes[ownerOfPolygon[polygon] ?? -1];
      if (code !== undefined && count !== 1) sums.set(code, (sums.get(code) ?? 0) + area);
    }
  }
  return [...sums]
    .filter(([, areaM2]) => areaM2 >= leastReported)
    .map(([code, areaM2]) => ({ code, otherCode: null, kind: 'self-crossing', areaM2 }));
}
