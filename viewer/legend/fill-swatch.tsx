import { useId } from 'preact/hooks';
import { formatColour } from '../../geodata/colour.ts';
import { type Absence, fillOf, shapesOf } from '../../geodata/fill.ts';
import { appearance } from '../state/appearance.ts';

/** The pattern with which the map fills an area that has no figure. */
export function FillSwatch({ absence }: { readonly absence: Absence }) {
  const id = useId();
  const { pattern, ink, paper } = fillOf(absence, appearance.value);
  const { size, lines, dots } = shapesOf(pattern);
  return (
    <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true">
      <defs>
        <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
          <rect width={size} height={size} fill={formatColour(paper)} />
          {lines.map(([x1, y1, x2, y2]) => (
            <line
              key={`${x1} ${y1} ${y2}`}
              {...{ x1, y1, x2, y2 }}
              stroke={formatColour(ink)}
              stroke-width={pattern.weight}
            />
          ))}
          {dots.map(([cx, cy]) => (
            <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r={pattern.weight / 2} fill={formatColour(ink)} />
          ))}
        </pattern>
      </defs>
      <rect width="20" height="14" fill={`url(#${id})`} />
    </svg>
  );
}
