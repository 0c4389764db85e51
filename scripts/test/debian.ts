import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The Debian packages of each tool, given the package of PostGIS for the PostgreSQL that this Debian has. */
export interface DebianPackages {
  readonly chromium: readonly string[];
  readonly gdal: readonly string[];
  readonly postgresql: readonly string[];
}

/** Installs the tools through apt; gives whether it could try: only on Debian and what is made from it, and only as root. */
export function installPackages(tools: readonly (keyof DebianPackages)[]): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  console.log(`Installing through apt: ${tools.join(', ')}`);
  if (!runApt('update')) return false;
  const packages = listPackages();
  const names = tools.flatMap((tool) => packages[tool]);
  return names.length > 0 && runApt('install', '--yes', '--no-install-recommends', ...names);
}

function listPackages(): DebianPackages {
  // Chromium only recommends fonts, and draws nothing of a text without.
  return {
    chromium: [findChromiumPackage(), 'fonts-liberation'],
    gdal: ['gdal-bin'],
    postgresql: findPostgisPackage(),
  };
}

/** The Chromium without a window of its own, where this Debian has one apart. */
function findChromiumPackage(): string {
  const shell = 'chromium-headless-shell';
  const { status } = spawnSync('apt-cache', ['show', shell], { stdio: 'ignore' });
  return status === 0 ? shell : 'chromium';
}

/** postgresql-15-postgis-3 or its like, of the highest PostgreSQL that has one; it brings that PostgreSQL along. */
function findPostgisPackage(): string[] {
  const names = execFileSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8',
  });
  const majors = [...names.matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map((match) => Number(match[1]));
  return majors.length === 0 ? [] : [`postgresql-${Math.max(...majors)}-postgis-3`];
}

function runApt(...words: string[]): boolean {
  const { status } = spawnSync('apt-get', ['--quiet', '--quiet', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
