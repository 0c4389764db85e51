import { signal } from '@preact/signals';

/** The maps on screen, for whoever passes on what is seen. */
export interface ShownMap {
  /** All maps as one picture, as they are right now; null where nothing is drawn. */
  readonly copy: () => HTMLCanvasElement | null;
  /** Resolves when every map has its figures and has drawn all of them, or once nobody waits for that any more. */
  readonly settle: (ended: AbortSignal) => Promise<void>;
  /** The pinned area with its figure, in words; the empty text where there is none. */
  readonly describePinned: () => string;
}

/** null: there is no map on screen. */
export const shownMap = signal<ShownMap | null>(null);
