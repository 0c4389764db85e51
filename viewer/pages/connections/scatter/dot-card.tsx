import { formatValue } from '../../../../geodata/number.ts';
import { municipalityOf } from '../../../state/area/selection.ts';
import { language } from '../../../state/link/view.ts';
import { translate } from '../../../state/screen/words.ts';
import type { Paired } from '../pair.ts';
import type { PairedIndicators } from '../title.ts';
import type { ScatterFrame } from './frame.ts';

interface DotCardProps {
  readonly dots: Paired;
  /** -1: none. */
  readonly index: number;
  readonly frame: ScatterFrame;
  readonly of: PairedIndicators;
  /** Pixels of one coordinate of the frame. */
  readonly scale: number;
}

/** Beside a dot: the area, its municipality and both figures. */
export function DotCard({ dots, index, frame, of, scale }: DotCardProps) {
  const code = dots.codes[index];
  if (!code) return null;
  const [width, height] = [frame.width * scale, frame.height * scale];
  const [x, y] = [(frame.pixelsX[index] ?? 0) * scale, (frame.pixelsY[index] ?? 0) * scale];
  const side = x > width / 2 ? { right: `${width - x + 14}px` } : { left: `${x + 14}px` };
  const edge = y > height / 2 ? { bottom: `${height - y}px` } : { top: `${y}px` };
  const municipality = municipalityOf(code);
  return (
    <div class="dot-card" style={{ ...side, ...edge }} aria-hidden="true">
      <p class="hover-name">{dots.names[index]}</p>
      {municipality && <p class="soft small">{municipality}</p>}
      {writeBoth(dots, index, of).map(({ name, figure }) => (
        <p key={name} class="small">
          {name}: <b>{figure}</b>
        </p>
      ))}
    </div>
  );
}

/** `Pathmos, Enschede, Misdrijven per 1.000 inwoners: 84,2 …, Inkomen: 21,3 …`; an empty text for no dot. */
export function describeDot(dots: Paired, index: number, of: PairedIndicators): string {
  const code = dots.codes[index];
  if (!code) return '';
  const figures = writeBoth(dots, index, of).map(({ name, figure }) => `${name}: ${figure}`);
  return [dots.names[index], municipalityOf(code), ...figures].filter(Boolean).join(', ');
}

function writeBoth(dots: Paired, index: number, { x, y }: PairedIndicators) {
  const write = (value: number | undefined, meant: typeof x) => ({
    name: translate(meant.name),
    figure: formatValue(value ?? Number.NaN, meant, language.value),
  });
  return [write(dots.x[index], x), write(dots.y[index], y)];
}
