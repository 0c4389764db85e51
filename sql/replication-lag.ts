/** A place in the primary's log of writes, in bytes from its beginning. */
export type LogPosition = bigint;

/** Remembers where the primary was when, to tell how old what a replica has replayed is. */
export interface PositionHistory {
  /** The primary was seen at `position`, at `now` (milliseconds of any clock that only goes on). */
  note(position: LogPosition, now: number): void;
  /**
   * Milliseconds since the primary first was beyond what a replica has replayed; 0 where it never was. A replica's own
   * clock cannot tell: cut off from the primary it has replayed all that it knows of.
   */
  lagOf(replayed: LogPosition, now: number): number;
}

/** Positions older than this tell nothing more: whoever lags that far is not asked anyway. */
const longest = 600;

export function createPositionHistory(): PositionHistory {
  const seen: { position: LogPosition; at: number }[] = [];
  return {
    note(position, now) {
      const last = seen.at(-1);
      if (last && last.position === position) return;
      // A primary that was restored from a backup begins at an earlier place.
      if (last && position < last.position) seen.length = 0;
      seen.push({ position, at: now });
      if (seen.length > longest) seen.shift();
    },
    lagOf(replayed, now) {
      const beyond = seen.find(({ position }) => position > replayed);
      return beyond ? now - beyond.at : 0;
    },
  };
}
