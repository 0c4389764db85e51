import type { Bounds } from '../../geodata/boundary/measure.ts';
import type { Absence, Fill } from '../../geodata/classes/absence-pattern.ts';
import type { Colour } from '../../geodata/classes/colour.ts';
import type { Appearance } from '../../geodata/classes/scheme.ts';
import type { MapLevel } from '../../geodata/level.ts';
import type { Camera } from '../../geodata/link/view.ts';
import type { Margins } from '../../geodata/map/framing.ts';
import type { Language } from '../../geodata/text.ts';

/** The figures of one indicator and level in one period, by area index: the part of a column that the map draws. */
export interface ScenePeriod {
  readonly values: ArrayLike<number>;
  /** Index in `statuses` of geodata/observation.ts, or `boundaryChanged` or `withinChance` of geodata/comparing/change.ts; 255: no such area. */
  readonly statuses: ArrayLike<number>;
}

/** Status byte of an index that has no area in this period. */
export const noArea = 255;

/** Borders of another boundary year that are drawn dashed over the map: those of the areas that were redrawn since. */
export interface OtherBorders {
  /** Address of the TileJSON of that boundary year. */
  readonly tileJson: string;
  readonly codes: readonly string[];
}

/** All periods of one indicator and level. The map uploads them once for as long as the object stays the same. */
export interface SceneColumn {
  readonly size: number;
  readonly periods: readonly ScenePeriod[];
}

/**
 * What the map shows, as one value. Hand a new one to `update` at every change; the map finds out what differs. A
 * change of period, breaks, colours, fills, hover or selection costs one redraw and no request.
 */
export interface MapScene {
  /** Address of the TileJSON of the boundary year. */
  readonly tileJson: string;
  readonly level: MapLevel;
  /** null: no figures yet; areas are drawn empty. */
  readonly column: SceneColumn | null;
  readonly periodIndex: number;
  /** The period that `share` leads to, for moving through time; the same as `periodIndex` where nothing moves. */
  readonly nextIndex: number;
  /** 0: the figures of `periodIndex`; towards 1: those of `nextIndex`, as `figureBetween` says. */
  readonly share: number;
  /** Inner class limits of geodata/classes/classify.ts; one less than `colours`. */
  readonly breaks: readonly number[];
  readonly colours: readonly Colour[];
  readonly fills: Readonly<Record<Absence, Fill>>;
  /** Of areas whose value may be chance (`withinChance`). */
  readonly chance: Colour;
  /** By area index, 1 for the areas that stand out: all others fade towards the paper. null: none fades. */
  readonly chosen: Uint8Array | null;
  /** Codes of the areas that stand out; null for none. */
  readonly hovered: string | null;
  readonly selected: string | null;
  /** Codes of up to ten areas, outlined and numbered 1 to 10 in this order. */
  readonly numbered: readonly string[];
  readonly otherBorders: OtherBorders | null;
  /** How far fills cover the base map, above 0 to 1; null: there is no base map. */
  readonly baseMapOpacity: number | null;
  /** How much larger names are than on a map that somebody sits before; 1 there. */
  readonly nameScale: number;
  readonly appearance: Appearance;
  readonly language: Language;
}

/** An area under the pointer. `index` is its row in the column. */
export interface MapArea {
  readonly code: string;
  readonly name: string;
  readonly index: number;
}

/** Where the pointer is, in CSS pixels from the container's top left corner. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** `tiles`: boundaries cannot be fetched, the map goes on trying; `tiles-back`: they came; `context`: the GPU was lost. */
export type MapTrouble = 'tiles' | 'tiles-back' | 'context' | 'context-back';

export interface MapOptions {
  /** The region: the camera starts here and stays near. */
  readonly bounds: Bounds;
  /** Where to look at first; null: the whole region, also after a change of size, until people or a link move the map. */
  readonly camera: Camera | null;
  readonly scene: MapScene;
  /** Free room around the region while the map shows all of it, asked anew after a change of size. */
  readonly margins?: () => Margins;
  readonly onReady?: () => void;
  readonly onHover?: (area: MapArea | null, point: MapPoint) => void;
  /** A click: the area, or null for none; `additive` with Ctrl, Cmd or Shift held down. */
  readonly onSelect?: (area: MapArea | null, how: { readonly isAdditive: boolean }) => void;
  /** At every step of a move, before it is drawn: lets other maps follow within the same frame. Silent about `follow`. */
  readonly onMove?: (camera: Camera) => void;
  /** After every move but those of `follow`. */
  readonly onCamera?: (camera: Camera) => void;
  readonly onTrouble?: (trouble: MapTrouble) => void;
}

/**
 * A running map. For tests the container carries `data-map`: `loading`, `busy` or `idle` (all tiles drawn, nothing
 * moves).
 */
export interface MapHandle {
  readonly update: (scene: MapScene) => void;
  readonly camera: () => Camera;
  /** Moves at once, without animation: for back and forward. */
  readonly setCamera: (camera: Camera) => void;
  /** Looks where another map looks, drawn at once, and tells nobody. */
  readonly follow: (camera: Camera) => void;
  /** Flies to show the bounds; jumps where people prefer reduced motion. */
  readonly flyTo: (bounds: Bounds) => void;
  readonly zoomBy: (steps: number) => void;
  /** The area of the map at a place of its container; null where there is none. */
  readonly areaAt: (point: MapPoint) => MapArea | null;
  /** Resolves when the next frame is drawn and the GPU has finished it. */
  readonly drawn: () => Promise<void>;
  /** Draws a frame now; resolves when the GPU has finished it. */
  readonly redraw: () => Promise<void>;
  /** Resolves when all tiles of the view are drawn, nothing moves, and the GPU has finished the frame. */
  readonly finished: () => Promise<void>;
  readonly destroy: () => void;
}

/** Thrown by `createMap` where the browser cannot draw it; the page shows its table. */
export class MapUnavailableError extends Error {
  constructor() {
    super('This browser offers no WebGL 2.');
    this.name = 'MapUnavailableError';
  }
}
