/** What was asked of a release cannot be done; the message says why and what can. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
