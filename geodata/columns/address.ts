import type { Level, MapLevel } from '../level.ts';

/** Which column: its hash makes the answer immutable. */
export interface ColumnKey<At extends Level = MapLevel> {
  /** Address of an indicator or of one category of it. */
  readonly indicator: string;
  readonly level: At;
  readonly hash: string;
}

/** Where a column is, as it was published: for good, as its hash is in it. */
export function addressOfColumn({ indicator, level, hash }: ColumnKey<Level>): string {
  return `/api/columns/${indicator}/${level}?hash=${encodeURIComponent(hash)}`;
}
