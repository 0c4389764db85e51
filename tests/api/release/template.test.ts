import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { openWithContent } from '../../../api/content.ts';
import { findTemplate, locateStamp, templateFolder } from '../../../api/release/template.ts';
import { makeTemplate } from '../../../api/release/template-making.ts';
import { findRegion, listIndicators } from '../../../sql/catalog.ts';
import { publicReader } from '../../../sql/reader.ts';
import { makeFolder } from '../../setup/folder.ts';

/** On a busy machine the demonstration region takes minutes to make. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let root: string;
let template: string;

/** A copy of the template of the build, which is made where it is missing or old: to make one takes a minute. */
beforeAll(async () => {
  root = await makeFolder('template');
  template = join(root, 'template');
  await makeTemplate(() => undefined);
  await cp(templateFolder, template, { recursive: true });
});

/** Opens a new database, and gives what it did and what it has. */
async function start(directory: string, folder: string) {
  const steps: string[] = [];
  const { db, close } = await openWithContent({ directory }, (step) => steps.push(step), folder);
  const region = await findRegion(db, publicReader);
  const indicators = (await listIndicators(db, publicReader)).map(({ key, columns }) => [key, columns]);
  await close();
  return { steps, region, indicators };
}

test('a first start copies it, and computes and writes nothing', async () => {
  const directory = join(root, 'data');
  const first = await start(directory, template);
  expect(first.region).toMatchObject({ key: 'twente', demonstration: true });
  expect(first.indicators.length).toBeGreaterThan(10);
  expect(first.steps).toEqual(['preparing the folder of the database', 'starting the embedded database']);
  // What it holds is its own from then on.
  await rm(join(root, 'moved'), { recursive: true, force: true });
  const second = await start(directory, join(root, 'moved'));
  expect(second.indicators).toEqual(first.indicators);
});

test('is left as it is where it fits', async () => {
  const steps: string[] = [];
  await makeTemplate((step) => steps.push(step), template);
  expect(steps).toEqual([]);
});

test('counts only where it is whole and was made with the same sources and packages', async () => {
  const folder = join(root, 'other');
  expect(await findTemplate(folder)).toBeNull();
  await cp(template, folder, { recursive: true });
  expect(await findTemplate(folder)).toBe(join(folder, 'postgres'));
  await writeFile(locateStamp(folder), `${await readFile(locateStamp(template), 'utf8')}0`);
  expect(await findTemplate(folder)).toBeNull();
  await rm(locateStamp(folder));
  expect(await findTemplate(folder)).toBeNull();
});

test('leaves nothing half made beside it', async () => {
  expect((await readdir(root)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('without it a first start makes the same', async () => {
  const made = await start(join(root, 'made'), join(root, 'nowhere'));
  expect(made.steps).toEqual(expect.arrayContaining(['drawing the demonstration region', 'writing columns']));
  // It is computed while the database is being made, not after.
  expect(made.steps.indexOf('drawing the demonstration region')).toBeLessThan(
    made.steps.indexOf('preparing the database: 0008-search.sql'),
  );
  expect(made.indicators).toEqual((await start(join(root, 'data'), template)).indicators);
});
