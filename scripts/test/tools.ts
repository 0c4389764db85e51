import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type DebianPackages, installPackages } from './debian.ts';

/** What the tests run on, by the path of each program. */
export interface Tools {
  readonly chromium: string;
  /** Folder of initdb and postgres, of a PostgreSQL that has PostGIS; null where TEST_DATABASE_URL names a server. */
  readonly postgresql: string | null;
}

/** The settings that take the place of looking. */
export interface GivenTools {
  readonly chromium: string | undefined;
  readonly databaseUrl: string | undefined;
}

/** Something the tests need is not there and could not be installed; the message says what to do. */
export class MissingToolsError extends Error {
  override readonly name = 'MissingToolsError';
}

/** The one without a window of its own goes first: it opens pages in two thirds of the time. */
const chromiumPrograms = ['chromium-headless-shell', 'chromium', 'google-chrome'];

const chromiumPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const remedies: Record<keyof DebianPackages, string> = {
  chromium: 'Chromium or Chrome (then set CHROME_PATH to its executable)',
  gdal: "GDAL's command line programs, with ogr2ogr on the path",
  postgresql:
    'PostgreSQL 15 or later with PostGIS 3, with pg_config on the path (or set TEST_DATABASE_URL to a server with PostGIS whose user may create databases)',
};

/** All that any test needs. */
const allTools = ['chromium', 'gdal', 'postgresql'] as const;

/**
 * Finds Chromium, GDAL and PostgreSQL with PostGIS. On Debian as root it installs what is missing of `wanted` through
 * apt. Throws MissingToolsError, naming all of it that is missing, where that is not possible.
 */
export function prepareTools(given: GivenTools, wanted: readonly (keyof DebianPackages)[] = allTools): Tools {
  const listMissing = () => wanted.filter((tool) => !isThere[tool](given));
  let missing = listMissing();
  if (missing.length > 0 && installPackages(missing)) missing = listMissing();
  if (missing.length > 0)
    throw new MissingToolsError(
      ['The tests need these programs. Install:', ...missing.map((tool) => `  - ${remedies[tool]}`)].join(
        '\n',
      ),
    );
  return { chromium: findChromium(given) ?? '', postgresql: given.databaseUrl ? null : findPostgresql() };
}

const isThere: Record<keyof DebianPackages, (given: GivenTools) => boolean> = {
  chromium: (given) => findChromium(given) !== null,
  gdal: () => findProgram('ogr2ogr') !== null,
  postgresql: ({ databaseUrl }) => Boolean(databaseUrl) || findPostgresql() !== null,
};

function findChromium({ chromium }: GivenTools): string | null {
  if (chromium) return isProgram(chromium) ? chromium : null;
  // Ubuntu's chromium-browser is a script that asks for a snap, so a browser must also say its version.
  const candidates = [...chromiumPrograms.map(findProgram), ...chromiumPaths];
  return candidates.find((path) => path !== null && isProgram(path) && answersVersion(path)) ?? null;
}

function answersVersion(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** Debian keeps each major version in a folder of its own, elsewhere pg_config tells; the highest with PostGIS wins. */
export function findPostgresql(): string | null {
  const debian = '/usr/lib/postgresql';
  const majors = existsSync(debian)
    ? readdirSync(debian).sort((one, other) => Number(other) - Number(one))
    : [];
  const configs = [
    ...majors.map((major) => join(debian, major, 'bin', 'pg_config')),
    findProgram('pg_config'),
  ];
  const folders = majors.map((major) => ({
    programs: join(debian, major, 'bin'),
    shared: join('/usr/share/postgresql', major),
  }));
  for (const config of configs)
    if (config && isProgram(config))
      folders.push({ programs: ask(config, '--bindir'), shared: ask(config, '--sharedir') });
  const found = folders.find(
    ({ programs, shared }) =>
      isProgram(join(programs, 'initdb')) &&
      isProgram(join(programs, 'postgres')) &&
      existsSync(join(shared, 'extension', 'postgis.control')),
  );
  return found?.programs ?? null;
}

function ask(program: string, question: string): string {
  return execFileSync(program, [question], { encoding: 'utf8' }).trim();
}

function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
