import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Runs a program of a package with our Node, whatever shell and path there are. */
function programOf(name: string, file: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
}

/** Builds the viewer where what is built is missing or older than what it is built from. Throws where that fails. */
export function buildViewer(): void {
  const built = join(root, 'dist', 'viewer', 'index.html');
  if (existsSync(built) && latestChange() <= statSync(built).mtimeMs) return;
  console.log('Building the viewer');
  const { status } = spawnSync(
    process.execPath,
    [programOf('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error('the viewer could not be built; see above');
}

function latestChange(): number {
  const sources = ['viewer', 'geodata', 'scripts/build'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(root, folder, path),
    ),
  );
  return Math.max(...[...sources, join(root, 'vite.config.ts')].map((path) => statSync(path).mtimeMs));
}

/** Whether words for vitest ask for the tests alone that need neither a database nor a browser. */
export function isUnitsOnly(words: readonly string[]): boolean {
  const named = words.flatMap((word, index) =>
    word === '--project' ? [words[index + 1]] : word.startsWith('--project=') ? [word.slice(10)] : [],
  );
  return named.length > 0 && named.every((name) => name === 'unit');
}

/** Runs vitest, everything but the tests on real data unless the words name a project; gives its exit code. */
export async function runTests(
  words: readonly string[],
  environment: Record<string, string>,
): Promise<number> {
  const projects = words.some((word) => word.startsWith('--project')) ? [] : ['--project', '!real'];
  const runner = spawn(process.execPath, [programOf('vitest', 'vitest.mjs'), 'run', ...projects, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  // Who ends this process ends the tests, and waits for what they started.
  process.once('SIGTERM', () => runner.kill('SIGTERM'));
  const [code] = (await once(runner, 'exit')) as [number | null];
  return code ?? 1;
}
