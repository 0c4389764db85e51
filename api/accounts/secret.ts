import { createHmac, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makePrivateFolder } from '../../sql/folder-access.ts';
import { type AccountSettings, ConfigError } from '../config.ts';

const remedy =
  'Make one with "openssl rand -base64 48", and keep it: without it nobody can sign in with a code.';
const shortest = 32;
/** A random text of that length has more than twice as many; a word, a date or a row of the same has fewer. */
const fewestCharacters = 12;

/** The secret that sessions are signed with and codes encrypted. Throws ConfigError where it is missing or weak. */
export async function requireSecret({ secret, secretFile }: AccountSettings): Promise<string> {
  const found = secret ?? (await readSecretFile(secretFile));
  if (found === null)
    throw new ConfigError(
      `There are accounts, so a secret is needed: set ACCOUNTS_SECRET, or put it in ${secretFile} (ACCOUNTS_SECRET_FILE names another file). ${remedy}`,
    );
  const fault = judge(found);
  const name = secret === null ? secretFile : 'ACCOUNTS_SECRET';
  if (fault) throw new ConfigError(`The secret in ${name} is too weak: ${fault}. ${remedy}`);
  return found;
}

/** The same, made and kept in its file where there is none yet; tells where it was made. */
export async function makeSecret(
  settings: AccountSettings,
): Promise<{ secret: string; madeIn: string | null }> {
  const { secret, secretFile } = settings;
  if (secret !== null || (await readSecretFile(secretFile)) !== null)
    return { secret: await requireSecret(settings), madeIn: null };
  const made = randomBytes(48).toString('base64');
  await makePrivateFolder(dirname(secretFile));
  const file = await open(secretFile, 'wx', 0o600);
  try {
    await file.writeFile(`${made}\n`);
  } finally {
    await file.close();
  }
  return { secret: made, madeIn: secretFile };
}

async function readSecretFile(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigError(`The secret in ${path} cannot be read (${(error as Error).message}).`);
  }
}

function judge(secret: string): string | null {
  if (secret.length < shortest) return `it has ${secret.length} characters, at least ${shortest} are needed`;
  if (new Set(secret).size < fewestCharacters) return 'it repeats the same few characters';
  return null;
}

/** Bytes that only who has the secret can compute, for one purpose and text. */
export function derive(secret: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
}
