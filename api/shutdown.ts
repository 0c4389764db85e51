import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Startup } from './startup.ts';

/** How long running requests may take to finish, in milliseconds. */
const longestWait = 10_000;

interface Running {
  readonly server: Server;
  readonly startup: Startup;
  readonly logger: Logger;
  /** Ends answers that go on until somebody ends them. */
  endStreams(): void;
  /** Closes the database, once it is open. */
  closeDatabase(): Promise<void>;
}

/**
 * Stops in order at SIGTERM or SIGINT: no new connections, running requests finish (for ten seconds at most), the
 * database closes, exit code 0. A second signal stops at once.
 */
export function stopOnSignals(running: Running): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      running.logger.info({ signal }, 'stopping');
      void stop(running);
    });
  }
}

async function stop({ server, startup, logger, endStreams, closeDatabase }: Running): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), longestWait);
  endStreams();
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(timer);
  startup.phase = { status: 'stopping' };
  // A publication that is cut off leaves nothing behind: it is one transaction.
  await Promise.race([closeDatabase(), wait(longestWait)]).catch((error: unknown) => {
    logger.error({ err: error }, 'the database did not close well');
  });
  logger.info('stopped');
  process.exit(0);
}
