import { connect } from 'node:net';
import type pg from 'pg';

/** CancelRequest of the protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const cancelCode = 80_877_102;

/** What `pg` knows of a connection beside what its types tell. */
interface Connected {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/**
 * Asks a server to end what a connection asks it, by a connection of its own; whether it did is told by the answer to that.
 * Ends when the server has done so, or does not hear of it: until then it may end what is asked next as well.
 */
export function cancelQuery(client: pg.PoolClient): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Connected;
  if (processID === null || secretKey === null) return Promise.resolve();
  const message = Buffer.alloc(16);
  for (const [index, value] of [16, cancelCode, processID, secretKey].entries())
    message.writeInt32BE(value, index * 4);
  const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
  socket.on('error', () => socket.destroy());
  socket.end(message);
  // A socket from which nobody reads never comes to its end.
  socket.resume();
  socket.setTimeout(longestCancel, () => socket.destroy());
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
}

/** A server that does not hear of it by then is gone, milliseconds. */
export const longestCancel = 2000;
