import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);

/**
 * What a worker runs, to be evaluated: a file of TypeScript, which waits for nothing at its top level. Node 20 does not hand
 * the loader of TypeScript on to a worker, so it begins by registering that: the one that works by `require`, as the
 * other one starts a thread of its own beside each worker, of 45 MB. A large package of which Node needs no translation is
 * named in `packages`: the loader would read all of it to see that, which takes PGlite twenty times as long.
 */
export function bootstrapWorker(entry: URL, packages: readonly string[] = []): string {
  const load = (path: string) => `require(${JSON.stringify(path)})`;
  const loader = resolve('tsx/cjs/api');
  return [
    ...packages.map((name) => load(resolve(name))),
    `${load(loader)}.register()`,
    load(fileURLToPath(entry)),
  ].join('; ');
}
