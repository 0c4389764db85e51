import { useMemo } from 'preact/hooks';
import { type Absence, type Fill, fillOf, shapesOf } from '../../geodata/classes/absence-pattern.ts';
import { formatColour } from '../../geodata/classes/colour.ts';
import { appearance } from '../state/screen/appearance.ts';

/** The pattern of an area without a figure, as an SVG fills with it: by `url(#id)`. */
export function FillPattern({ id, fill }: { readonly id: string; readonly fill: Fill }) {
  const { pattern, ink, paper } = fill;
  const { size, lines, dots } = shapesOf(pattern);
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
      <rect width={size} height={size} fill={formatColour(paper)} />
      {lines.map(([x1, y1, x2, y2]) => (
        <line
          key={`${x1} ${y1} ${y2}`}
          {...{ x1, y1, x2, y2 }}
          stroke={formatColour(ink)}
          stroke-width={pattern.weight}
          stroke-linecap="square"
        />
      ))}
      {dots.map(([cx, cy]) => (
        <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r={pattern.weight / 2} fill={formatColour(ink)} />
      ))}
    </pattern>
  );
}

let given = 0;

/** One of its own in the document: what Preact gives is one of its own among what is drawn together. */
function nextId(): string {
  given += 1;
  return `fill-${given}`;
}

/** The pattern with which the map fills an area that has no figure. */
export function FillSwatch({ absence }: { readonly absence: Absence }) {
  const id = useMemo(nextId, []);
  return (
    <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true">
      <defs>
        <FillPattern id={id} fill={fillOf(absence, appearance.value)} />
      </defs>
      <rect width="20" height="14" fill={`url(#${id})`} />
    </svg>
  );
}
