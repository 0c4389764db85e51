import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { inject } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
/** What was compiled still finds what lies beside its source: migrations, workers. */
const keepLocations: Plugin = {
  name: 'keep-locations',
  transform: (code, id) =>
    code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
};

/** Packages that look for files of their own, or for what is made for one processor. */
const keptPackages = [
  '@electric-sql/pglite',
  '@electric-sql/pglite-postgis',
  '@electric-sql/pglite-socket',
  'pdfkit',
  'pino',
  'sharp',
  'sql.js',
  'tsx',
  'unpdf',
];

/**
 * Compiles a program, with what it imports of the project and of packages, to JavaScript that Node starts in a fifth of the
 * time that it takes with tsx: for tests that start programs again and again. Once a run of tests, by whoever asks first;
 * gives its path.
 */
export async function compileProgram(source: URL): Promise<string> {
  const path = fileURLToPath(source);
  const name = basename(path, '.ts');
  const folder = join(inject('programs'), relative(root, dirname(path)).replaceAll(/[\\/]/g, '-'), name);
  if (!existsSync(folder)) await compileAnew(path, folder);
  return join(folder, `${name}.mjs`);
}

async function compileAnew(path: string, folder: string): Promise<void> {
  const draft = `${folder}-${randomUUID()}`;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [keepLocations],
    ssr: { noExternal: true, external: keptPackages },
    build: {
      ssr: path,
      outDir: draft,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  // Another worker may have been first; what it made is as good.
  await rename(draft, folder).catch(() => undefined);
}
