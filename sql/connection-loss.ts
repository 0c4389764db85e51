/** Of PostgreSQL: the server is going, not there yet, or has no connection left; a query on a standby was in the way of what it must replay. */
const lostStates = new Set(['57P01', '57P02', '57P03', '53300', '40001']);
const lostCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);
/** What `pg` throws without a code. */
const lostMessages =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired|timeout exceeded when trying to connect)/;

/**
 * Whether an error says that the connection, not the query, failed: asking again, of this server or another, may help.
 * Classes and codes: PostgreSQL documentation, appendix A (class 08 is the connection itself).
 */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    lostStates.has(code) || lostCodes.has(code) || /^08\w{3}$/.test(code) || lostMessages.test(error.message)
  );
}
