import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a chunk is made of, as far as it counts. */
interface Script {
  readonly fileName: string;
  readonly code: string;
  /** Files that it cannot run without. */
  readonly imports: readonly string[];
  readonly isEntry: boolean;
}

/** The script that runs before something useful is on the screen: bytes, compressed with gzip. */
export const mostOpeningBytes = 30_000;

/** Bytes of each file, compressed, that the entry cannot run without, and of the entry itself. Throws where there is no entry. */
export function weighOpening(scripts: readonly Script[]): ReadonlyMap<string, number> {
  const entry = scripts.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('The build has no entry');
  const weights = new Map<string, number>();
  const add = (script: Script): void => {
    if (weights.has(script.fileName)) return;
    weights.set(script.fileName, gzipSync(script.code).length);
    for (const name of script.imports) {
      const imported = scripts.find(({ fileName }) => fileName === name);
      if (imported) add(imported);
    }
  };
  add(entry);
  return weights;
}

/** Fails the build where the script before the first picture grows beyond its limit. */
export function limitOpening(mostBytes = mostOpeningBytes): Plugin {
  return {
    name: 'limit-opening',
    apply: 'build',
    generateBundle(_options, bundle) {
      const weights = weighOpening(Object.values(bundle).filter((output) => output.type === 'chunk'));
      const bytes = [...weights.values()].reduce((sum, each) => sum + each, 0);
      if (bytes <= mostBytes) return;
      const list = [...weights].map(([name, weight]) => `${name} ${weight}`).join(', ');
      this.error(
        `The script before the first picture takes ${bytes} bytes with gzip, more than ${mostBytes}: ${list}. ` +
          'Import what the picture does not need from viewer/app/main.tsx on.',
      );
    },
  };
}
