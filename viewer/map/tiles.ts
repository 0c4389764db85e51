import { createTileShelf } from './tile-shelf.ts';
import { createTileStore } from './tile-store.ts';

/** The tiles of every map on the page: the fills, the lines and the names read the same bytes, fetched once. */
export const tileStore = createTileStore();
export const tileShelf = createTileShelf(tileStore);
