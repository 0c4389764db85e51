import { statuses } from '../observation.ts';

/** In the statuses of a change: the area was redrawn, or is new, between the two boundary years, and is not compared. */
export const boundaryChanged = statuses.length;

/** In the statuses of a change: there is a value, but it may be chance. */
export const withinChance = statuses.length + 1;
