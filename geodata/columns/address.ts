import type { Level, MapLevel } from '../level.ts';

/** Which column: its hash makes the answer immutable. */
export interface ColumnKey<At extends Level = MapLevel> {
  /** Address of an indicator or of one category of it. */
  readonly indicator: string;
  readonly level: At;
  readonly hash: string;
  /** Name of the frozen link that has it; else it is the one of now. */
  readonly frozen?: string;
}

/** Where a column is, as it was published: for good, as its hash is in it. */
export function addressOfColumn({ indicator, level, hash, frozen }: ColumnKey<Level>): string {
  const address = `/api/columns/${indicator}/${level}?hash=${encodeURIComponent(hash)}`;
  return frozen === undefined ? address : `${address}&frozen=${frozen}`;
}
