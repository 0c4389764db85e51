import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** A connection on which something waits to be taken takes so many bytes within each interval (milliseconds), or is ended. */
export interface SlowReading {
  readonly interval: number;
  readonly leastBytes: number;
}

/** The system tells of a piece only once all of it is taken: a megabyte by telephone takes a while. */
const usual: SlowReading = { interval: 60_000, leastBytes: 1 };

/** Ends connections whose other side takes next to nothing of what is sent: each holds memory. Gives how to stop. */
export function endSlowReaders(server: Server, { interval, leastBytes }: SlowReading = usual): () => void {
  const taken = new Map<Socket, number | null>();
  server.on('connection', (socket: Socket) => {
    taken.set(socket, null);
    socket.once('close', () => taken.delete(socket));
  });
  const look = () => {
    for (const [socket, before] of taken) {
      // Nothing waits, or has waited for less than an interval.
      const now = socket.writableLength > 0 ? socket.bytesWritten - socket.writableLength : null;
      if (now !== null && before !== null && now - before < leastBytes) socket.destroy();
      taken.set(socket, now);
    }
  };
  const timer = setInterval(look, interval);
  timer.unref();
  return () => clearInterval(timer);
}
