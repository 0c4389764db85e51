import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readSurveyKey, type SurveyKey } from '../../sql/questionnaires/sealing.ts';
import { ConfigError, type SurveySettings } from '../config.ts';

/** The key that codes are hashed and answers sealed with, outside the database. */
export interface SurveyKeyHome {
  /** null: there is none yet. Throws ConfigError where it is weak or cannot be read. */
  find(): Promise<SurveyKey | null>;
  /** The same, made and kept in its file where there is none yet. */
  make(): Promise<SurveyKey>;
}

const shortest = 32;
/** A random text of that length has more than twice as many. */
const fewestSigns = 12;
const remedy =
  'Make one with "openssl rand -base64 48", and keep it apart from copies of the database: without it no code and no answer of the rounds that began with it can be read.';

/** Looks the key up when it is first needed, and keeps it. */
export function createSurveyKeyHome(settings: SurveySettings): SurveyKeyHome {
  let known: SurveyKey | null = null;
  const find = async () => {
    if (known) return known;
    const text = settings.key ?? (await readKeyFile(settings.keyFile));
    if (text !== null) known = readSurveyKey(requireStrong(text, settings));
    return known;
  };
  return {
    find,
    async make() {
      const found = await find();
      if (found) return found;
      await writeKeyFile(settings.keyFile);
      // Another process may have been first: what stands in the file counts.
      const made = await find();
      if (!made) throw new ConfigError(`No key could be kept in ${settings.keyFile}. ${remedy}`);
      return made;
    },
  };
}

function requireStrong(text: string, { key, keyFile }: SurveySettings): string {
  const name = key === null ? keyFile : 'SURVEY_KEY';
  if (text.length < shortest)
    throw new ConfigError(
      `The key in ${name} has ${text.length} characters, at least ${shortest} are needed. ${remedy}`,
    );
  if (new Set(text).size < fewestSigns)
    throw new ConfigError(`The key in ${name} repeats the same few characters. ${remedy}`);
  return text;
}

async function readKeyFile(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigError(`The key in ${path} cannot be read (${(error as Error).message}).`);
  }
}

async function writeKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(48).toString('base64')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
