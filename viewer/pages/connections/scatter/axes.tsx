import { writeTicks } from '../../../../geodata/chart/axis.ts';
import type { CatalogIndicator } from '../../../data/contract.ts';
import { language } from '../../../state/link/view.ts';
import { margin, type ScatterFrame } from './frame.ts';

interface AxesProps {
  readonly frame: ScatterFrame;
  readonly x: CatalogIndicator;
  readonly y: CatalogIndicator;
}

/** The lines and figures of both axes; what they measure stands around the drawing. */
export function Axes({ frame, x, y }: AxesProps) {
  const [right, bottom] = [frame.width - margin.right, frame.height - margin.bottom];
  const textsX = writeTicks(frame.x, x.decimals, language.value);
  const textsY = writeTicks(frame.y, y.decimals, language.value);
  return (
    <>
      {frame.y.ticks.map((tick, index) => (
        <g key={`y${tick}`} class="grid">
          <line x1={frame.left} x2={right} y1={frame.toY(tick)} y2={frame.toY(tick)} />
          <text x={frame.left - 8} y={frame.toY(tick)} dy="0.32em" text-anchor="end">
            {textsY[index]}
          </text>
        </g>
      ))}
      {frame.x.ticks.map((tick, index) => (
        <g key={`x${tick}`} class="grid">
          <line x1={frame.toX(tick)} x2={frame.toX(tick)} y1={margin.top} y2={bottom} />
          <text x={frame.toX(tick)} y={bottom + 18} text-anchor="middle">
            {textsX[index]}
          </text>
        </g>
      ))}
    </>
  );
}
