import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * What a worker runs, to be evaluated: a file of TypeScript, which waits for nothing at its top level. Node 20 does not hand
 * the loader of TypeScript on to a worker, so it begins by registering that: the one that works by `require`, as the
 * other one starts a thread of its own beside each worker, of 45 MB.
 */
export function bootstrapWorker(entry: URL): string {
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  return `require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(fileURLToPath(entry))});`;
}
