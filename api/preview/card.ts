import { absences, chanceColour, fillOf, shapesOf } from '../../geodata/classes/absence-pattern.ts';
import type { AreaClass } from '../../geodata/classes/area-class.ts';
import { type Colour, formatColour } from '../../geodata/classes/colour.ts';
import { borderOrder, borderStrengths, borderWidths, valueAt } from '../../geodata/map/borders.ts';
import { inksOf } from '../../geodata/map/inks.ts';
import { gatherFills, type PictureSubject } from '../first-picture/svg.ts';
import { cardSize } from './tags.ts';

/** Free room around each map, and between them, pixels. */
const margin = 24;

/** The maps of a view beside each other on paper, as an SVG that stands by itself: without letters, scripts and style sheets. */
export function writeCard(subjects: readonly PictureSubject[]): string {
  const { width, height } = cardSize;
  const columns = subjects.length > 1 ? 2 : 1;
  const rows = Math.ceil(subjects.length / columns);
  const [across, down] = [width / columns, height / rows];
  const maps = subjects.map((subject, index) => {
    const [x, y] = [(index % columns) * across, Math.floor(index / columns) * down];
    const room = { x: x + margin, y: y + margin, width: across - 2 * margin, height: down - 2 * margin };
    return writeMap(subject, room);
  });
  const paper = `<rect width="${width}" height="${height}" fill="${inksOf.light.paper}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paper}${maps.join('')}</svg>`;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function writeMap({ sight, tiles, classOf, colours, name }: PictureSubject, room: Room): string {
  const fills = gatherFills(tiles, classOf);
  const inRoom = (drawn: string) =>
    `<svg x="${room.x}" y="${room.y}" width="${room.width}" height="${room.height}">${sight.place(drawn)}</svg>`;
  const flat = [...fills].flatMap(([kind, path]) => {
    const colour = typeof kind === 'number' ? colours.light[kind] : colourWithoutClass(kind);
    return colour ? `<path fill="${formatColour(colour)}" d="${path}"/>` : [];
  });
  const patterned = absences.flatMap((absence) => {
    const path = fills.get(absence);
    if (!path) return [];
    const { pattern, ink, paper } = fillOf(absence, 'light');
    const { size, lines, dots } = shapesOf(pattern);
    const [dark, pale] = [formatColour(ink), formatColour(paper)];
    const shapes = [
      ...lines.map(
        ([x1, y1, x2, y2]) =>
          `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${dark}" stroke-width="${pattern.weight}"/>`,
      ),
      ...dots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${pattern.weight / 2}" fill="${dark}"/>`),
    ];
    const id = `${name}-${absence}`;
    const whole = `x="${room.x}" y="${room.y}" width="${room.width}" height="${room.height}"`;
    return [
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${size}" height="${size}">`,
      `<rect width="${size}" height="${size}" fill="${pale}"/>${shapes.join('')}</pattern>`,
      `<mask id="${id}-areas" maskUnits="userSpaceOnUse" ${whole}>`,
      `${inRoom(`<path fill="#fff" d="${path}"/>`)}</mask>`,
      `<rect ${whole} fill="url(#${id})" mask="url(#${id}-areas)"/>`,
    ];
  });
  return [inRoom(flat.join('')), ...patterned, inRoom(writeBorders(tiles, sight.zoom))].join('');
}

/** Patterns are drawn apart. */
function colourWithoutClass(kind: AreaClass): Colour | null {
  if (kind === 'chance') return chanceColour('light');
  return kind === 'unknown' ? inksOf.light.empty : null;
}

function writeBorders(tiles: PictureSubject['tiles'], zoom: number): string {
  const lines = borderOrder.map((level) => {
    const path = tiles.map(({ borders }) => borders.get(level) ?? '').join('');
    const [width, strength] = [valueAt(borderWidths[level], zoom), valueAt(borderStrengths[level], zoom)];
    return path
      ? `<path fill="none" stroke="${inksOf.light.ink}" stroke-linejoin="round" vector-effect="non-scaling-stroke" stroke-width="${width.toFixed(2)}" stroke-opacity="${strength.toFixed(2)}" d="${path}"/>`
      : '';
  });
  return lines.join('');
}
