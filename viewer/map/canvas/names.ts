import { valueAt } from '../../../geodata/map/borders.ts';
import { inksOf } from '../../../geodata/map/inks.ts';
import { placeLook } from '../base/look.ts';
import { badgeLook, face, type NameStep, nameHalo, nameSetting, nameSizes, nameSteps } from '../look.ts';
import type { MapScene } from '../scene.ts';
import { type Badge, baseline } from './lines.ts';
import { placeTile, type Sight } from './sight.ts';
import type { PlacedLines, TileLabel } from './tile-lines.ts';

type Context = CanvasRenderingContext2D;

/** A name and where its middle stands. */
export interface PlacedName {
  /** 0 to 1. */
  readonly strength: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

interface PlaceOnScreen {
  readonly name: string;
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
 * Chooses which names there is room for and where, as MapLibre does: of municipalities first, then of the level that is shown,
 * by rank, beside its place where others stand on it; badges are placed before all of them.
 */
export function placeNames(
  context: Context,
  tiles: readonly PlacedLines[],
  sight: Sight,
  {
    scene,
    badges,
    places = [],
  }: {
    scene: Pick<MapScene, 'level' | 'nameScale'>;
    badges: readonly Badge[];
    /** Of the base map, which get the room that is left, at their own place. */
    places?: readonly PlaceOnScreen[];
  },
): PlacedName[] {
  const taken: Box[] = badges.map(({ number, x, y }) => {
    const { textSize, padding } = badgeLook;
    return boxAround(x, y, widthOf(context, number) * textSize, nameSetting.lineHeight * textSize, padding);
  });
  const placed: PlacedName[] = [];
  for (const step of nameSteps[scene.level].toReversed()) {
    if (sight.camera.zoom < step.minzoom || sight.camera.zoom >= step.maxzoom) continue;
    for (const label of listLabels(tiles, sight, step)) {
      const size = valueAt(nameSizes[step.level], sight.camera.zoom) * scene.nameScale;
      const found = placeName(context, label, size, taken);
      if (!found) continue;
      taken.push(found.box);
      placed.push(found.name);
    }
  }
  for (const place of places) {
    const box = boxAround(
      place.x,
      place.y,
      widthOf(context, place.name) * placeLook.size,
      nameSetting.lineHeight * placeLook.size,
      placeLook.padding,
    );
    if (taken.some((other) => overlap(other, box))) continue;
    taken.push(box);
    placed.push({
      lines: [place.name],
      size: placeLook.size,
      strength: placeLook.strength,
      x: place.x,
      y: place.y,
    });
  }
  return placed;
}

function listLabels(
  tiles: readonly PlacedLines[],
  sight: Sight,
  { level, firstRank, lastRank }: NameStep,
): TileLabel[] {
  return tiles
    .flatMap(({ id, lines }) => {
      const { left, top, side } = placeTile(sight, id);
      return lines.labels.flatMap((label) =>
        label.level === level && label.rank >= firstRank && label.rank <= lastRank
          ? [{ ...label, x: left + side * label.x, y: top + side * label.y }]
          : [],
      );
    })
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= sight.width && y <= sight.height)
    .sort((one, two) => one.rank - two.rank);
}

function placeName(
  context: Context,
  { name, x, y }: TileLabel,
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
    return { name: { lines, size, strength: 1, x: x + right, y: y + down }, box };
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
  // It shifts the box that a name takes, with its padding.
  const [across, down] = [width / 2 + nameSetting.padding + aside, height / 2 + nameSetting.padding + away];
  const shifts: Record<typeof anchor, readonly [number, number]> = {
    center: [0, 0],
    top: [0, down],
    bottom: [0, -down],
    left: [across, 0],
    right: [-across, 0],
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

/** A line may end behind these, as MapLibre has it, and before an opening bracket. */
const breakBehind = ' &)+-/\u00ad\u00b7\u200b\u2010\u2013\u2027';
/** What a break costs beside a bracket that it would leave alone. */
const bracketPenalty = 50 ** 2 / em ** 2;

interface Break {
  /** The letter that the next line begins with. */
  readonly at: number;
  /** Width of all letters before it, without spaces. */
  readonly width: number;
  readonly before: Break | null;
  readonly badness: number;
}

/** Breaks a name into lines of about the same width, none wider than there is room for if it can be, as MapLibre does. */
function breakName(context: Context, name: string): string[] {
  const whole = widthOf(context, name);
  const count = Math.ceil(whole / nameSetting.maxWidth);
  if (count <= 1) return [name];
  const target = whole / count;
  const letters = [...name];
  const breaks: Break[] = [];
  let width = 0;
  for (const [at, letter] of letters.entries()) {
    const [last = '', next] = [letters[at - 1], letters[at + 1]];
    if (at > 0 && (breakBehind.includes(last) || (letter === '(' && next !== undefined)))
      breaks.push(chooseBreak(breaks, { at, width, target, penalty: letter === ')' ? bracketPenalty : 0 }));
    if (letter.trim() !== '') width += widthOf(context, letter);
  }
  const lines: string[] = [];
  let end: Break | null = chooseBreak(breaks, { at: letters.length, width, target, penalty: null });
  for (; end; end = end.before)
    lines.unshift(
      letters
        .slice(end.before?.at ?? 0, end.at)
        .join('')
        .trim(),
    );
  return lines;
}

/** The break before this one that makes for the least ragged lines; `penalty` is null at the end of the name. */
function chooseBreak(
  breaks: readonly Break[],
  { at, width, target, penalty }: { at: number; width: number; target: number; penalty: number | null },
): Break {
  const badnessAfter = (before: Break | null): number => {
    const own = width - (before?.width ?? 0);
    const raggedness = (own - target) ** 2;
    const isShort = own < target;
    const cost = penalty === null ? raggedness * (isShort ? 0.5 : 2) : raggedness + penalty;
    return cost + (before?.badness ?? 0);
  };
  const choices = [null, ...breaks].map((before) => ({ before, badness: badnessAfter(before) }));
  const best = choices.reduce((least, each) => (each.badness <= least.badness ? each : least));
  return { at, width, ...best };
}

/** Draws names on paper: first the paper of all names, then their letters. */
export function drawNames(
  context: Context,
  names: readonly PlacedName[],
  { appearance }: Pick<MapScene, 'appearance'>,
): void {
  const { ink, paper } = inksOf[appearance];
  context.textAlign = 'left';
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.lineWidth = 2 * nameHalo;
  for (const name of names) {
    context.globalAlpha = name.strength;
    setLetters(context, name, (letter, x, y) => context.strokeText(letter, x, y));
  }
  context.fillStyle = ink;
  for (const name of names) {
    context.globalAlpha = name.strength;
    setLetters(context, name, (letter, x, y) => context.fillText(letter, x, y));
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
