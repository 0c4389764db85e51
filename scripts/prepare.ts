import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { makeTemplate } from '../api/release/template-making.ts';
import { messageOf } from '../geodata/problem.ts';
import { packPostgis } from './build/postgis.ts';

/*
 * What is made once, at the installation: the viewer, PostGIS without what is never used, and the database with the
 * demonstration region. The product runs without the last two, only slower at its first start, so they stop nothing.
 */

async function buildViewer(): Promise<void> {
  const vite = new URL('../node_modules/vite/bin/vite.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [vite, 'build'], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exitCode = 1;
}

async function prepareDatabase(): Promise<void> {
  const told = new Set<string>();
  try {
    await packPostgis();
    await makeTemplate((step) => {
      if (!told.has(step)) process.stdout.write(`database of the demonstration: ${step}\n`);
      told.add(step);
    });
  } catch (error) {
    const reason = messageOf(error);
    process.stderr.write(
      `The database with the demonstration region could not be made beforehand (${reason}); the first start makes it.\n`,
    );
  }
}

await Promise.all([buildViewer(), prepareDatabase()]);
