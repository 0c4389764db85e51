interface BoundsBarProps {
  readonly row: { readonly value: number; readonly lower: number; readonly upper: number };
  /** From where to where all bounds of the table lie. */
  readonly span: { readonly low: number; readonly high: number };
}

const width = 120;
const height = 16;

/** A figure as a dot on its 95% interval; the numbers beside it say the same. */
export function BoundsBar({ row, span }: BoundsBarProps) {
  const toX = (value: number) => 4 + ((value - span.low) / (span.high - span.low || 1)) * (width - 8);
  return (
    <svg
      class="bounds-bar"
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <line x1={toX(row.lower)} x2={toX(row.upper)} y1={height / 2} y2={height / 2} />
      <circle cx={toX(row.value)} cy={height / 2} r={3.5} />
    </svg>
  );
}
