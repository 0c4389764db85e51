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
  readonly place: number;
  readonly frame: ScatterFrame;
  readonly of: PairedIndicators;
}

/** Beside a dot: the area, its municipality and both figures. */
export function DotCard({ dots, place, frame, of }: DotCardProps) {
  const code = dots.codes[place];
  if (!code) return null;
  const [x, y] = [frame.pixelsX[place] ?? 0, frame.pixelsY[place] ?? 0];
  const isRight = x > frame.width / 2;
  const side = isRight ? { right: `${frame.width - x + 14}px` } : { left: `${x + 14}px` };
  const edge = y > frame.height / 2 ? { bottom: `${frame.height - y}px` } : { top: `${y}px` };
  const municipality = municipalityOf(code);
  return (
    <div class="dot-card" style={{ ...side, ...edge }} aria-hidden="true">
      <p class="hover-name">{dots.names[place]}</p>
      {municipality && <p class="soft small">{municipality}</p>}
      {writeBoth(dots, place, of).map(({ name, figure }) => (
        <p key={name} class="small">
          {name}: <b>{figure}</b>
        </p>
      ))}
    </div>
  );
}

/** `Pathmos, Enschede, Misdrijven per 1.000 inwoners: 84,2 …, Inkomen: 21,3 …`; an empty text for no dot. */
export function describeDot(dots: Paired, place: number, of: PairedIndicators): string {
  const code = dots.codes[place];
  if (!code) return '';
  const figures = writeBoth(dots, place, of).map(({ name, figure }) => `${name}: ${figure}`);
  return [dots.names[place], municipalityOf(code), ...figures].filter(Boolean).join(', ');
}

function writeBoth(dots: Paired, place: number, { x, y }: PairedIndicators) {
  const write = (value: number | undefined, meant: typeof x) => ({
    name: translate(meant.name),
    figure: formatValue(value ?? Number.NaN, meant, language.value),
  });
  return [write(dots.x[place], x), write(dots.y[place], y)];
}
