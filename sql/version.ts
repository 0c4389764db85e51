/** Thrown where what somebody changes was changed by somebody else since he read it. */
export class OutdatedError extends Error {
  override readonly name = 'OutdatedError';
}

/** Throws OutdatedError where nothing was written, because the row has another version than the one that was read. */
export function requireWritten(written: readonly unknown[]): void {
  if (written.length === 0)
    throw new OutdatedError('Somebody else changed this since it was read: look at it and save again');
}
