import { spawn } from 'node:child_process';

/** The product as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  /** Ends it in order, as who restarts a server does. */
  stop(): Promise<void>;
}

/** A machine that does other things takes minutes to make the demonstration region, in milliseconds. */
const longestStart = 600_000;

/** Starts the product on the embedded database in `directory`, and waits until it is ready at `port`. */
export async function startServer({
  directory,
  port,
  environment = {},
}: {
  readonly directory: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
}): Promise<ServerProcess> {
  const { DATABASE_URL: _unused, ...own } = process.env;
  const server = spawn(process.execPath, ['api/start.cjs'], {
    env: { ...own, LOG_LEVEL: 'error', ...environment, PORT: String(port), DATA_DIR: directory },
    stdio: 'inherit',
  });
  const stop = async (): Promise<void> => {
    const stopped = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null && server.kill('SIGTERM')) await stopped;
  };
  const deadline = Date.now() + longestStart;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The product stopped with code ${server.exitCode}`);
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (response?.status === 200) return { stop };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop();
  throw new Error('The product was not ready within ten minutes');
}
