import type { Feature } from 'geojson';
import type { MapLevel } from '../../../geodata/level.ts';
import {
  borderHalo,
  borderOrder,
  borderStrengths,
  borderWidths,
  shownLevels,
  valueAt,
} from '../../../geodata/map/borders.ts';
import { inksOf } from '../../../geodata/map/inks.ts';
import { worldOf } from '../../../geodata/map/mercator.ts';
import { badgeLook, face, type Outline, outlineHalo, outlines } from '../look.ts';
import type { MapScene } from '../scene.ts';
import { placeTile, type Sight, screenOf } from './sight.ts';
import type { PlacedLines } from './tile-lines.ts';

type Context = CanvasRenderingContext2D;

/** Draws the borders of a level and those above it, from weak to strong. */
export function drawBorders(
  context: Context,
  tiles: readonly PlacedLines[],
  sight: Sight,
  { level, appearance }: Pick<MapScene, 'level' | 'appearance'>,
): void {
  const { ink, paper } = inksOf[appearance];
  const { zoom } = sight.camera;
  for (const each of borderOrder) {
    const isMunicipality = each === 'municipality';
    context.lineJoin = isMunicipality ? 'round' : 'bevel';
    context.lineCap = isMunicipality ? 'round' : 'butt';
    if (isMunicipality)
      strokeBorders(
        context,
        { tiles, sight, level: each },
        paper,
        valueAt(borderHalo.width, zoom),
        borderHalo.strength,
      );
    if (shownLevels[level].includes(each))
      strokeBorders(
        context,
        { tiles, sight, level: each },
        ink,
        valueAt(borderWidths[each], zoom),
        valueAt(borderStrengths[each], zoom),
      );
  }
  context.globalAlpha = 1;
}

function strokeBorders(
  context: Context,
  { tiles, sight, level }: { tiles: readonly PlacedLines[]; sight: Sight; level: MapLevel },
  colour: string,
  width: number,
  strength: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = strength;
  for (const { id, lines } of tiles) {
    const { left, top, side } = placeTile(sight, id);
    context.save();
    clipToTile(context, left, top, side);
    context.beginPath();
    for (const border of lines.borders) {
      if (border.level !== level) continue;
      for (const line of border.lines) {
        for (let i = 0; i < line.length; i += 2) {
          const [x, y] = [left + side * (line[i] ?? 0), top + side * (line[i + 1] ?? 0)];
          if (i === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        }
      }
    }
    context.stroke();
    context.restore();
  }
}

/** To the whole pixels of a tile, so that what tiles have in common at their edges is drawn by one of them. */
export function clipToTile(context: Context, left: number, top: number, side: number): void {
  const [x, y] = [Math.round(left), Math.round(top)];
  context.beginPath();
  context.rect(x, y, Math.round(left + side) - x, Math.round(top + side) - y);
  context.clip();
}

/** Draws lines around the areas that stand out. Features have a `role`, as on the GPU's map. */
export function drawOutlines(
  context: Context,
  features: readonly Feature[],
  sight: Sight,
  scene: Pick<MapScene, 'appearance'>,
): void {
  context.lineJoin = 'round';
  for (const outline of outlines) {
    const own = features.filter(({ properties }) => properties?.role === outline.role);
    for (const feature of own) drawOutline(context, feature, outline, sight, scene);
  }
  context.setLineDash([]);
}

function drawOutline(
  context: Context,
  { geometry }: Feature,
  { width, dashes }: Outline,
  sight: Sight,
  { appearance }: Pick<MapScene, 'appearance'>,
): void {
  if (geometry.type !== 'MultiLineString') return;
  const { ink, paper } = inksOf[appearance];
  context.lineCap = dashes ? 'butt' : 'round';
  context.beginPath();
  for (const line of geometry.coordinates)
    for (const [i, [longitude = 0, latitude = 0]] of line.entries()) {
      const { x, y } = screenOf(sight, worldOf(longitude, latitude));
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  context.setLineDash([]);
  context.strokeStyle = paper;
  context.lineWidth = width + outlineHalo;
  context.stroke();
  context.setLineDash(dashes ? dashes.map((length) => length * width) : []);
  context.strokeStyle = ink;
  context.lineWidth = width;
  context.stroke();
}

/** A badge and where its centre stands. */
export interface Badge {
  readonly number: string;
  readonly x: number;
  readonly y: number;
}

export function listBadges(features: readonly Feature[], sight: Sight): Badge[] {
  return features.flatMap(({ properties, geometry }): Badge[] => {
    if (properties?.role !== 'badge' || geometry.type !== 'Point') return [];
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    return [{ number: String(properties.number), ...screenOf(sight, worldOf(longitude, latitude)) }];
  });
}

/** Draws discs with the numbers of areas. */
export function drawBadges(
  context: Context,
  badges: readonly Badge[],
  { appearance }: Pick<MapScene, 'appearance'>,
): void {
  const { ink, paper } = inksOf[appearance];
  for (const { x, y } of badges) {
    context.fillStyle = paper;
    context.beginPath();
    context.arc(x, y, badgeLook.radius + badgeLook.rim, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = ink;
    context.beginPath();
    context.arc(x, y, badgeLook.radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.font = `${badgeLook.textSize}px ${face.map((name) => `"${name}"`).join()}, sans-serif`;
  context.fillStyle = paper;
  context.textAlign = 'center';
  for (const { number, x, y } of badges) context.fillText(number, x, y + baseline * badgeLook.textSize);
}

/** How far below its place the foot of a line of text stands, in its own size, where MapLibre sets it. */
export const baseline = 10.5 / 24;
