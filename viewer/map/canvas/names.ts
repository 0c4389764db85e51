import { borderOrder, shownLevels, valueAt } from '../../../geodata/map/borders.ts';
import { inksOf } from '../../../geodata/map/inks.ts';
import { badgeLook, face, nameHalo, nameSetting, nameSizes, nameStrength, nameZooms } from '../look.ts';
import type { MapScene } from '../scene.ts';
import { type Badge, baseline } from './lines.ts';
import { placeTile, type Sight } from './sight.ts';
import type { PlacedLines, TileLabel } from './tile-lines.ts';

type Context = CanvasRenderingContext2D;

/** A name and where its middle stands. */
export interface PlacedName {
  readonly level: TileLabel['level'];
  readonly lines: readonly string[];
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Sizes that MapLibre measures letters in, and counts their places with. */
const measured = 48;
const em = 24;
const fontOf = (size: number): string => `${size}px ${face.map((name) => `"${name}"`).join()}, sans-serif`;

/**
 * Chooses which names there is room for and where, as MapLibre does: of the larger levels first, of a level by rank, beside its
 * place where others stand on it; badges are placed before all of them.
 */
export function placeNames(
  context: Context,
  tiles: readonly PlacedLines[],
  sight: Sight,
  { scene, badges }: { scene: Pick<MapScene, 'level'>; badges: readonly Badge[] },
): PlacedName[] {
  const taken: Box[] = badges.map(({ number, x, y }) => {
    const { textSize, padding } = badgeLook;
    return boxAround(x, y, widthOf(context, number) * textSize, nameSetting.lineHeight * textSize, padding);
  });
  const placed: PlacedName[] = [];
  for (const level of [...borderOrder].reverse()) {
    if (!shownLevels[scene.level].includes(level)) continue;
    const { minzoom, maxzoom } = nameZooms(level, shownLevels[scene.level]);
    if (sight.camera.zoom < minzoom || sight.camera.zoom >= maxzoom) continue;
    for (const label of listLabels(tiles, sight, level)) {
      const found = placeName(context, label, valueAt(nameSizes[level], sight.camera.zoom), taken);
      if (!found) continue;
      taken.push(found.box);
      placed.push(found.name);
    }
  }
  return placed;
}

function listLabels(tiles: readonly PlacedLines[], sight: Sight, level: TileLabel['level']): TileLabel[] {
  return tiles
    .flatMap(({ id, lines }) => {
      const { left, top, side } = placeTile(sight, id);
      return lines.labels.flatMap((label) =>
        label.level === level ? [{ ...label, x: left + side * label.x, y: top + side * label.y }] : [],
      );
    })
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= sight.width && y <= sight.height)
    .sort((one, two) => one.rank - two.rank);
}

function placeName(
  context: Context,
  { name, level, x, y }: TileLabel,
  size: number,
  taken: readonly Box[],
): { name: PlacedName; box: Box } | null {
  const lines = breakName(context, name);
  const width = size * Math.max(...lines.map((line) => widthOf(context, line)));
  const height = size * nameSetting.lineHeight * lines.length;
  for (const anchor of nameSetting.anchors) {
    const [right, down] = shiftOf(anchor, { width, height, size });
    const box = boxAround(x + right, y + down, width, height, nameSetting.padding);
    if (taken.some((other) => overlap(other, box))) continue;
    return { name: { level, lines, size, x: x + right, y: y + down }, box };
  }
  return null;
}

/** How far the middle of a name lies from its place. */
function shiftOf(
  anchor: (typeof nameSetting.anchors)[number],
  { width, height, size }: { width: number; height: number; size: number },
): readonly [number, number] {
  const aside = nameSetting.radialOffset * size;
  // Above and below MapLibre leaves out what a letter has of room over it.
  const away = aside - (7 / em) * size;
  const shifts: Record<typeof anchor, readonly [number, number]> = {
    center: [0, 0],
    top: [0, height / 2 + away],
    bottom: [0, -height / 2 - away],
    left: [width / 2 + aside, 0],
    right: [-width / 2 - aside, 0],
  };
  return shifts[anchor];
}

function boxAround(x: number, y: number, width: number, height: number, padding: number): Box {
  return {
    left: x - width / 2 - padding,
    right: x + width / 2 + padding,
    top: y - height / 2 - padding,
    bottom: y + height / 2 + padding,
  };
}

function overlap(one: Box, two: Box): boolean {
  return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;
}

const widths = new Map<string, number>();

/** Of a letter, or of the letters of a text in turn without kerning, in its own size. */
function widthOf(context: Context, text: string): number {
  let width = 0;
  for (const letter of text) {
    let own = widths.get(letter);
    if (own === undefined) {
      context.font = fontOf(measured);
      own = context.measureText(letter).width / measured;
      widths.set(letter, own);
    }
    width += own;
  }
  return width;
}

/** Letters measured before the typeface came must be measured anew. */
export function forgetWidths(): void {
  widths.clear();
}

/** Breaks a name into lines of about the same width, none wider than there is room for if it can be. */
function breakName(context: Context, name: string): string[] {
  const whole = widthOf(context, name);
  const count = Math.ceil(whole / nameSetting.maxWidth);
  if (count <= 1) return [name];
  const target = whole / count;
  const parts = name.split(/(?<=[ \-/])/);
  interface Break {
    readonly badness: number;
    readonly lines: readonly string[];
  }
  const best: Break[] = [{ badness: 0, lines: [] }];
  for (let end = 1; end <= parts.length; end++) {
    const isLast = end === parts.length;
    const choices = best.slice(0, end).map((before, start): Break => {
      const line = parts.slice(start, end).join('').trim();
      const width = widthOf(context, line);
      const raggedness = (width - target) ** 2;
      const weight = isLast ? (width < target ? 0.5 : 2) : 1;
      return { badness: before.badness + raggedness * weight, lines: [...before.lines, line] };
    });
    best.push(choices.reduce((least, each) => (each.badness <= least.badness ? each : least)));
  }
  return [...(best.at(-1)?.lines ?? [name])];
}

/** Draws names on paper: first the paper of all names of a level, then their letters. */
export function drawNames(
  context: Context,
  names: readonly PlacedName[],
  { appearance }: Pick<MapScene, 'appearance'>,
): void {
  const { ink, paper } = inksOf[appearance];
  context.textAlign = 'left';
  context.lineJoin = 'round';
  for (const level of borderOrder) {
    const own = names.filter((name) => name.level === level);
    context.globalAlpha = nameStrength(level);
    context.strokeStyle = paper;
    context.lineWidth = 2 * nameHalo(level);
    for (const name of own) setLetters(context, name, (letter, x, y) => context.strokeText(letter, x, y));
    context.fillStyle = ink;
    for (const name of own) setLetters(context, name, (letter, x, y) => context.fillText(letter, x, y));
  }
  context.globalAlpha = 1;
}

function setLetters(
  context: Context,
  { lines, size, x, y }: PlacedName,
  set: (letter: string, x: number, y: number) => void,
): void {
  for (const [row, line] of lines.entries()) {
    const down = (row - (lines.length - 1) / 2) * nameSetting.lineHeight + baseline;
    let right = -widthOf(context, line) / 2 + 0.5 / em;
    for (const letter of line) {
      const width = widthOf(context, letter);
      context.font = fontOf(size);
      set(letter, x + right * size, y + down * size);
      right += width;
    }
  }
}
