import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs GDAL's ogr2ogr on files in a folder of its own and returns what stands there afterwards. Each command gets the
 * arguments after `ogr2ogr`, with file names without a folder. Throws when gdal-bin is not installed.
 */
export function convertWithOgr(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...commands: string[][]
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'ogr-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    for (const command of commands) execFileSync('ogr2ogr', command, { cwd: folder, stdio: 'pipe' });
    return new Map(
      readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error('This test needs ogr2ogr: install gdal-bin', { cause: error });
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
