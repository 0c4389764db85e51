import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findFreePort } from '../../scripts/free-port.ts';
import { startServer } from './server-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the running product, without a slash at the end. */
    address: string;
  }
}

/** Starts the product as `npm start` does, on an empty folder, and waits for the demonstration region. */
export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'wijkinformatie-e2e-'));
  const port = await findFreePort();
  const remove = () => rm(directory, { recursive: true, force: true });
  const server = await startServer({ directory, port }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  project.provide('address', `http://127.0.0.1:${port}`);
  return async () => {
    await server.stop();
    await remove();
  };
}
