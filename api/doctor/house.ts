import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '../backup/manifest.ts';
import type { Config } from '../config.ts';
import { examineDatabase } from './database.ts';
import { doubtful, type Finding, well, wrong } from './finding.ts';
import { examineFolder, examineSecret } from './folders.ts';
import { examineServices } from './services.ts';

const day = 24 * 3_600_000;
/** Days after which a backup is old, and after which there is as good as none. */
const [old, none] = [2, 14];
const leastNode = [20, 19] as const;

interface Settings {
  readonly config: Config;
  /** A folder of backups, each in a folder of its own; null: not looked at. */
  readonly backups: string | null;
  readonly now?: () => number;
  readonly nodeVersion?: string;
}

/** Looks at all that a house needs, without changing anything of it. */
export async function examineHouse({
  config,
  backups,
  now = Date.now,
  nodeVersion = process.versions.node,
}: Settings): Promise<Finding[]> {
  return [
    examineNode(nodeVersion),
    ...(await examineFolder('DATA_DIR', config.dataDirectory)),
    ...(await examineFolder('FILES_DIR', config.filesDirectory)),
    ...(await examineSecret('secret of the accounts', config.accounts.secretFile)),
    ...(await examineSecret('key of the questionnaires', config.survey.keyFile)),
    ...(await examineDatabase(config.database, now)),
    ...(await examineServices(config)),
    await examineBackups(backups, now()),
  ];
}

function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1]);
  return isOld
    ? wrong('Node.js', version, `install ${leastNode.join('.')} or later`)
    : well('Node.js', version);
}

async function examineBackups(folder: string | null, now: number): Promise<Finding> {
  if (folder === null)
    return doubtful(
      'backups',
      'not looked at',
      'name their folder with --backups, each in a folder of its own',
    );
  const names = await readdir(folder).catch(() => []);
  const times = await Promise.all(names.map((name) => readTime(join(folder, name, manifestName))));
  const newest = Math.max(...times);
  if (!Number.isFinite(newest))
    return wrong('backups', `there is none in ${folder}`, `npm run backup -- ${join(folder, 'NAME')}`);
  const days = Math.floor((now - newest) / day);
  const says = `the newest is ${days} days old`;
  if (days > none) return wrong('backups', says, 'find out why none was made since, and make one');
  return days > old ? doubtful('backups', says, 'make one every day, by cron') : well('backups', says);
}

async function readTime(path: string): Promise<number> {
  try {
    return Date.parse((JSON.parse(await readFile(path, 'utf8')) as { madeAt: string }).madeAt);
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
