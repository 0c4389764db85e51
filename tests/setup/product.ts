import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findFreePort } from '../../scripts/free-port.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the running product, without a slash at the end. */
    address: string;
  }
}

/** A machine that does other things takes minutes to make the demonstration region, in milliseconds. */
const longestStart = 600_000;

async function waitUntilReady(address: string, product: ChildProcess): Promise<void> {
  const deadline = Date.now() + longestStart;
  while (Date.now() < deadline) {
    if (product.exitCode !== null) throw new Error(`The product stopped with code ${product.exitCode}`);
    const response = await fetch(`${address}/readyz`).catch(() => null);
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The product was not ready within ten minutes');
}

/** Starts the product as `npm start` does, on an empty folder, and waits for the demonstration region. */
export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'wijkinformatie-e2e-'));
  const port = await findFreePort();
  const { DATABASE_URL: _unused, ...environment } = process.env;
  const product = spawn(process.execPath, ['api/start.cjs'], {
    env: { ...environment, PORT: String(port), DATA_DIR: directory, LOG_LEVEL: 'error' },
    stdio: 'inherit',
  });
  const address = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    const stopped = new Promise((resolve) => product.once('exit', resolve));
    if (product.exitCode === null && product.kill('SIGTERM')) await stopped;
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(address, product);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('address', address);
  return stop;
}
