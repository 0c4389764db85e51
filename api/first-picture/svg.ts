import {
  type Absence,
  absences,
  chanceColour,
  fillOf,
  shapesOf,
} from '../../geodata/classes/absence-pattern.ts';
import type { AreaClass } from '../../geodata/classes/area-class.ts';
import { type Colour, formatColour } from '../../geodata/classes/colour.ts';
import type { FigureReason } from '../../geodata/disclosure/rule.ts';
import type { MapLevel } from '../../geodata/level.ts';
import type { PanelFigures } from '../../geodata/link/panel-classes.ts';
import {
  borderHalo,
  borderOrder,
  borderStrengths,
  borderWidths,
  valueAt,
} from '../../geodata/map/borders.ts';
import { inksOf } from '../../geodata/map/inks.ts';
import type { PictureSight } from './sight.ts';
import type { TilePaths } from './tile-paths.ts';

/** All that a picture of a map is drawn from. */
export interface PictureSubject {
  readonly sight: PictureSight;
  readonly tiles: readonly TilePaths[];
  readonly classOf: (index: number) => AreaClass;
  readonly figureOf: (index: number) => {
    readonly value: number;
    readonly status: number;
    /** What is said of it beside its status. */
    readonly reason: FigureReason | null;
  };
  /** What the colours stand for. */
  readonly figures: PanelFigures;
  /** Of the classes, lowest first, on paper and on ink. */
  readonly colours: Readonly<Record<'light' | 'dark', readonly Colour[]>>;
  /** Tells the names within this picture from those within others of the page. */
  readonly name: string;
}

/**
 * A map as an SVG of any size. Its colours follow the page's without a script, and lines and patterns are of the screen's
 * own pixels, as on the map that follows it. `apart`: each area is an element, which says which one it is (`data-area`).
 */
export function writePicture(
  { sight, tiles, classOf, colours, name }: PictureSubject,
  { apart = false }: { readonly apart?: boolean } = {},
): string {
  const fills = gatherFills(tiles, classOf);
  const areas = apart ? writeAreas(tiles, classOf) : null;
  const flat = [...(areas ?? fills)].flatMap(([kind, path]) => {
    const colour = colourOf(kind, colours) ?? (areas && 'none');
    if (!colour) return [];
    return areas ? `<g fill="${colour}">${path}</g>` : `<path fill="${colour}" d="${path}"/>`;
  });
  const patterned = absences.flatMap((absence) => {
    const path = fills.get(absence);
    return path ? writePatterned(absence, path, sight, `${name}-${absence}`) : [];
  });
  return [
    `<svg class="${sight.className}" aria-hidden="true" focusable="false">`,
    sight.place(flat.join('')),
    ...patterned,
    sight.place(`<g class="drawn-borders">${writeBorders(tiles, sight.zoom)}</g>`),
    '</svg>',
  ].join('');
}

/** The areas of each class, or without one, as one path. */
export function gatherFills(
  tiles: readonly TilePaths[],
  classOf: PictureSubject['classOf'],
): Map<AreaClass, string> {
  const fills = new Map<AreaClass, string>();
  for (const { areas } of tiles)
    for (const [index, path] of areas) {
      const kind = classOf(index);
      fills.set(kind, (fills.get(kind) ?? '') + path);
    }
  return fills;
}

/** The areas of each class, each as a path of its own; one that lies in several tiles as several. */
function writeAreas(tiles: readonly TilePaths[], classOf: PictureSubject['classOf']): Map<AreaClass, string> {
  const written = new Map<AreaClass, string>();
  for (const { areas } of tiles)
    for (const [index, path] of areas) {
      const kind = classOf(index);
      written.set(kind, `${written.get(kind) ?? ''}<path data-area="${index}" d="${path}"/>`);
    }
  return written;
}

function colourOf(kind: AreaClass, { light, dark }: PictureSubject['colours']): string | null {
  if (kind === 'chance') return lightDark(chanceColour('light'), chanceColour('dark'));
  if (kind === 'unknown') return lightDark(inksOf.light.empty, inksOf.dark.empty);
  const [onPaper, onInk] = typeof kind === 'number' ? [light[kind], dark[kind]] : [];
  return onPaper && onInk ? lightDark(onPaper, onInk) : null;
}

export function lightDark(light: Colour, dark: Colour): string {
  return `light-dark(${formatColour(light)},${formatColour(dark)})`;
}

/** One repeat of the fill of areas without a figure, from a corner. */
export function writePattern(absence: Absence, id: string, { x, y } = { x: 0, y: 0 }): string {
  const [light, dark] = [fillOf(absence, 'light'), fillOf(absence, 'dark')];
  const { size, lines, dots } = shapesOf(light.pattern);
  const { weight } = light.pattern;
  const [ink, paper] = [lightDark(light.ink, dark.ink), lightDark(light.paper, dark.paper)];
  const strokes = lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('');
  return [
    `<pattern id="${id}" class="drawn-pattern" patternUnits="userSpaceOnUse" x="${x}" y="${y}" width="${size}" height="${size}">`,
    `<rect width="${size}" height="${size}" fill="${paper}"/>`,
    strokes && `<path stroke="${ink}" stroke-width="${weight}" d="${strokes}"/>`,
    ...dots.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${weight / 2}" fill="${ink}"/>`),
    '</pattern>',
  ].join('');
}

/** Patterns hang from the lower left corner of the map, where a GPU counts from the middle of a pixel. */
function writePatterned(
  absence: Absence,
  path: string,
  { place, inset }: PictureSight,
  name: string,
): string {
  const whole = 'y="-100%" width="100%" height="100%"';
  return [
    '<svg y="100%" overflow="visible">',
    writePattern(absence, name, { x: 0.5 - inset.left, y: inset.bottom - 0.5 }),
    `<mask id="${name}-areas" maskUnits="userSpaceOnUse" x="0" ${whole}>`,
    `<svg y="-100%" overflow="visible">${place(`<path fill="#fff" d="${path}"/>`)}</svg></mask>`,
    `<rect ${whole} fill="url(#${name})" mask="url(#${name}-areas)"/>`,
    '</svg>',
  ].join('');
}

function writeBorders(tiles: readonly TilePaths[], zoom: number): string {
  return borderOrder
    .map((level) => {
      const path = tiles.map(({ borders }) => borders.get(level) ?? '').join('');
      if (!path) return '';
      const stroke = (colour: string, width: number, strength: number) =>
        `<path class="${level}" stroke="var(--${colour})" stroke-width="${round(width)}" stroke-opacity="${round(strength)}" d="${path}"/>`;
      const line = stroke('ink', valueAt(borderWidths[level], zoom), valueAt(borderStrengths[level], zoom));
      return level === ('municipality' satisfies MapLevel)
        ? stroke('paper', valueAt(borderHalo.width, zoom), borderHalo.strength) + line
        : line;
    })
    .join('');
}

function round(number: number): number {
  return Number(number.toFixed(2));
}
