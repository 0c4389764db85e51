import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../free-port.ts';
import { startChild } from './child.ts';
import type { Region } from './region.ts';

export interface Product {
  /** Without a slash at the end. */
  readonly address: string;
  /** Number of its process. */
  readonly process: number;
  stop(): Promise<void>;
}

interface ProductSettings {
  readonly databaseUrl?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const startMilliseconds = 120_000;

/**
 * Starts the product as `npm start` does, on a free port of the loopback address: on the region's embedded database, or
 * on the PostgreSQL of `databaseUrl`, which the caller has filled. The caller stops it before anything else opens the
 * region's database.
 */
export async function startProduct(
  { dataDirectory }: Pick<Region, 'dataDirectory'>,
  { databaseUrl = '', environment = {} }: ProductSettings = {},
): Promise<Product> {
  const port = await findFreePort();
  const { child, stop } = startChild('api/start.cjs', [], {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDirectory,
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: '',
    LOG_LEVEL: 'error',
    ...environment,
  });
  const address = `http://127.0.0.1:${port}`;
  await waitUntilReady(address, child, stop);
  return { address, process: child.pid ?? 0, stop };
}

/**
 * Waits until a started product answers that it is ready with all that it keeps in memory, since filling that would take
 * of what is measured; ends it and throws where it does not in time.
 */
export async function waitUntilReady(
  address: string,
  child: ChildProcess,
  stop: () => Promise<void>,
): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(`${address}/readyz`).catch(() => null);
    if (response?.status === 200 && ((await response.json()) as { isWarm: boolean }).isWarm) return;
    await wait(100);
  }
  await stop();
  throw new Error('the product did not start');
}
