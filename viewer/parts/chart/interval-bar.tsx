import './interval-bar.css';

/** A difference with its 95% interval. */
export interface Interval {
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

/** From where to where all intervals lie, zero among them. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The span of the middle nine tenths of the intervals, so that one very wide one does not make dots of the others. */
export function spanOf(rows: readonly Interval[]): Span {
  const lows = new Float64Array(rows.map(({ lower }) => lower)).sort();
  const highs = new Float64Array(rows.map(({ upper }) => upper)).sort();
  const cut = Math.floor(rows.length / 20);
  return { low: Math.min(0, lows[cut] ?? 0), high: Math.max(0, highs[highs.length - 1 - cut] ?? 0) };
}

const width = 160;
const height = 16;

/** A difference as a dot on its interval, with a rule at no difference. What leaves the drawing is cut at its edge. */
export function IntervalBar({ row, span }: { readonly row: Interval; readonly span: Span }) {
  const toX = (value: number) =>
    4 + Math.min(1, Math.max(0, (value - span.low) / (span.high - span.low || 1))) * (width - 8);
  return (
    <svg
      class="interval-bar"
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <line class="zero" x1={toX(0)} x2={toX(0)} y1={0} y2={height} />
      <line class="interval" x1={toX(row.lower)} x2={toX(row.upper)} y1={height / 2} y2={height / 2} />
      <circle cx={toX(row.difference)} cy={height / 2} r={3} />
    </svg>
  );
}
