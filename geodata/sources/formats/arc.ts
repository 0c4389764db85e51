import type { Position } from 'geojson';

/** How far (metres) the lines that stand for an arc may lie from it; what is drawn here keeps within half of it. */
const tolerance = 0.05;

/** A degree of latitude in metres, the most that a degree is in the Netherlands. */
const metresOfDegree = 111_300;

/**
 * The points of a circular arc from the first to the last of three positions on it, by way of the second; of a whole
 * circle where the first and the last are one, the second lying opposite. `unit` says what the coordinates are in. The
 * same arc from the other side has the same points, so that neighbours keep one border.
 */
export function drawArc(
  start: Position,
  middle: Position,
  end: Position,
  unit: 'metre' | 'degree',
): Position[] {
  if (isAfter(start, end)) return drawArc(end, middle, start, unit).reverse();
  const circle = findCircle(start, middle, end);
  if (!circle) return [start, middle, end];
  const { centre, radius } = circle;
  const [from, by, to] = [start, middle, end].map((one) => angleOf(one, centre));
  const sweep = findSweep(from ?? 0, by ?? 0, to ?? 0);
  const allowed = unit === 'metre' ? tolerance : tolerance / metresOfDegree;
  const step = 2 * Math.acos(Math.max(0, 1 - allowed / radius));
  const count = Math.max(2, Math.ceil(Math.abs(sweep) / Math.max(step, 1e-4)));
  const between = Array.from({ length: count - 1 }, (_, index): Position => {
    const angle = (from ?? 0) + (sweep * (index + 1)) / count;
    return [(centre[0] ?? 0) + radius * Math.cos(angle), (centre[1] ?? 0) + radius * Math.sin(angle)];
  });
  return [start, ...between, end];
}

function isAfter([x = 0, y = 0]: Position, [otherX = 0, otherY = 0]: Position): boolean {
  return x > otherX || (x === otherX && y > otherY);
}

function angleOf([x = 0, y = 0]: Position, [centreX = 0, centreY = 0]: Position): number {
  return Math.atan2(y - centreY, x - centreX);
}

/** The circle through three positions; null where they lie on one line. Reckoned from the first, for precision. */
function findCircle(
  [x = 0, y = 0]: Position,
  middle: Position,
  end: Position,
): { centre: Position; radius: number } | null {
  const [ax, ay] = [(middle[0] ?? 0) - x, (middle[1] ?? 0) - y];
  const [bx, by] = [(end[0] ?? 0) - x, (end[1] ?? 0) - y];
  if (bx === 0 && by === 0) {
    if (ax === 0 && ay === 0) return null;
    return { centre: [x + ax / 2, y + ay / 2], radius: Math.hypot(ax, ay) / 2 };
  }
  const cross = 2 * (ax * by - ay * bx);
  const [a, b] = [ax * ax + ay * ay, bx * bx + by * by];
  const [dx, dy] = [(by * a - ay * b) / cross, (ax * b - bx * a) / cross];
  const radius = Math.hypot(dx, dy);
  return Number.isFinite(radius) && radius < 1e9 ? { centre: [x + dx, y + dy], radius } : null;
}

/** The angle to turn, counterclockwise above zero, so that the second position is passed on the way. */
function findSweep(from: number, by: number, to: number): number {
  const turn = (angle: number) => ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  const whole = turn(to - from) || 2 * Math.PI;
  return turn(by - from) <= whole ? whole : whole - 2 * Math.PI;
}
