import { connect, type Socket } from 'node:net';

const connections = 8;
const headEnd = Buffer.from('\r\n\r\n');

/**
 * Requests a second that a server of the loopback address answers over some connections, each of which asks for the
 * paths in turn. The client does next to nothing (no parser but the search for the end of an answer), so that the server
 * is what is measured. Throws where an answer is no 200 or has another length than `lengths` says.
 */
export async function measureThroughput(
  address: string,
  lengths: ReadonlyMap<string, number>,
  milliseconds: number,
): Promise<number> {
  const { hostname, port, host } = new URL(address);
  const paths = [...lengths.keys()];
  const end = performance.now() + milliseconds;
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const socket = connect(Number(port), hostname);
      socket.setNoDelay(true);
      let count = 0;
      try {
        for (; performance.now() < end; count++) {
          const path = paths[(index * 7 + count) % paths.length] ?? '/';
          const expected = lengths.get(path) ?? 0;
          await ask(
            socket,
            `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, br\r\n\r\n`,
            expected,
            path,
          );
        }
      } finally {
        socket.destroy();
      }
      return count;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** Sends a request and waits for the whole answer. */
function ask(socket: Socket, text: string, expected: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = -1;
    let received = 0;
    const finish = (error?: Error) => {
      socket.off('data', read).off('error', finish).off('close', close);
      if (error) reject(error);
      else resolve();
    };
    const close = () => finish(new Error(`${path}: the connection was closed`));
    const read = (part: Buffer) => {
      if (head < 0) {
        if (part.toString('latin1', 9, 12) !== '200')
          return finish(new Error(`${path}: ${part.subarray(0, 40)}`));
        head = part.indexOf(headEnd) + headEnd.length;
        received -= head;
      }
      received += part.length;
      if (received > expected) finish(new Error(`${path}: more than ${expected} bytes`));
      if (received === expected) finish();
    };
    socket.on('data', read).on('error', finish).on('close', close);
    socket.write(text);
  });
}
