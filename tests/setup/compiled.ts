import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { makeFolder } from './folder.ts';

const root = join(import.meta.dirname, '..', '..');
/** What was compiled still finds what lies beside its source: migrations, workers. */
const keepLocations: Plugin = {
  name: 'keep-locations',
  transform: (code, id) =>
    code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
};

const compiled = new Map<string, Promise<string>>();

/**
 * Compiles a program, with what it imports of the project, to JavaScript that Node starts in a third of the time that it
 * takes with tsx: for tests that start programs again and again. Once a test file; gives its path.
 */
export async function compileProgram(source: URL): Promise<string> {
  const known = await compiled.get(source.href);
  // It goes with the folders of the test file that asked for it.
  if (known !== undefined && existsSync(known)) return known;
  const anew = compileAnew(source);
  compiled.set(source.href, anew);
  return anew;
}

async function compileAnew(source: URL): Promise<string> {
  const folder = await makeFolder('compiled');
  // What is compiled finds the modules that it imports beside it.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [keepLocations],
    build: {
      ssr: fileURLToPath(source),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return join(folder, `${basename(source.pathname, '.ts')}.mjs`);
}
