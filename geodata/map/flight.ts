import type { Camera } from '../link/view.ts';
import { latitudeOf, longitudeOf, sideAt, worldOf, worldSide } from './mercator.ts';

/** How much zooming out counts against moving: what most people find natural. */
const curvature = 1.42;

/** A way from one camera to another. */
export interface Flight {
  /** How long the way is felt to be; 1 is about a screen's width. */
  readonly length: number;
  /** Where the camera is after a share of the way, 0 to 1. */
  readonly at: (share: number) => Camera;
}

/**
 * The smoothest way between two cameras on a map so many CSS pixels wide: it moves out, over and in again, so that people
 * see where they are going. After van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003).
 */
export function planFlight(from: Camera, to: Camera, width: number): Flight {
  const [start, end] = [worldOf(from.longitude, from.latitude), worldOf(to.longitude, to.latitude)];
  const [first, last] = [from, to].map(({ zoom }) => width / sideAt(zoom)) as [number, number];
  const [across, down] = [end.x - start.x, end.y - start.y];
  const distance = Math.hypot(across, down);
  const place = (share: number, seen: number): Camera => {
    const world = { x: start.x + across * share, y: start.y + down * share };
    return {
      zoom: Math.log2(width / (worldSide * seen)),
      longitude: longitudeOf(world),
      latitude: latitudeOf(world),
    };
  };
  if (distance < first * 1e-6) {
    const length = Math.log(last / first) / curvature;
    return {
      length: Math.abs(length),
      at: (share) => place(share, first * Math.exp(curvature * share * length)),
    };
  }
  const square = curvature ** 2;
  const bend = (seen: number, sign: 1 | -1): number => {
    const slope =
      (last ** 2 - first ** 2 + sign * square ** 2 * distance ** 2) / (2 * seen * square * distance);
    return Math.log(Math.hypot(slope, 1) - slope);
  };
  const [begin, finish] = [bend(first, 1), bend(last, -1)];
  const length = (finish - begin) / curvature;
  return {
    length,
    at: (share) => {
      const along = curvature * share * length + begin;
      const gone = (first / (square * distance)) * (Math.cosh(begin) * Math.tanh(along) - Math.sinh(begin));
      return place(gone, (first * Math.cosh(begin)) / Math.cosh(along));
    },
  };
}
