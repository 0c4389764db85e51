import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../api/config.ts';
import { listReleases, type Release } from '../sql/catalog.ts';
import { openDatabase } from '../sql/database.ts';
import { DirectoryInUseError } from '../sql/directory-lock.ts';

const usage = `Lists what was imported, the latest first.

  npm run releases [-- --json]

  --json  everything, for programs
  --help  this text`;

process.exitCode = await run(process.argv.slice(2));

async function run(argv: string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    if (values.help) console.log(usage);
    else console.log(await describeReleases(values.json));
    return 0;
  } catch (error) {
    const isForeseen = error instanceof DirectoryInUseError || error instanceof ConfigError;
    const line =
      error instanceof Error && !isForeseen ? error.stack : error instanceof Error ? error.message : error;
    console.error(line);
    return 1;
  }
}

async function describeReleases(asJson: boolean): Promise<string> {
  const { db, close } = await openDatabase(readConfig().database);
  try {
    const releases = await listReleases(db, { rights: ['public', 'partner', 'administrator'] });
    if (asJson) return JSON.stringify(releases, null, 2);
    return releases.length ? releases.map(formatRelease).join('\n') : 'Nothing was imported yet.';
  } finally {
    await close();
  }
}

function formatRelease({ id, state, createdAt, importedBy, package: name, title, files }: Release): string {
  const when = createdAt.toISOString().slice(0, 16).replace('T', ' ');
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const size = files.length ? `, ${files.length} files of ${(bytes / 1e6).toFixed(1)} MB` : '';
  return `${String(id).padStart(4)}  ${state.padEnd(9)}  ${when}  ${name}: ${title} (by ${importedBy}${size})`;
}
