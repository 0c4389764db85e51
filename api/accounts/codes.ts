import { randomInt } from 'node:crypto';
import type { TOTP } from 'otpauth';
import { readTotpSecret, type TotpKept, useTotpStep } from '../../sql/accounts/factors.ts';
import type { Database } from '../../sql/database.ts';
import { derive } from './secret.ts';

const period = 30;

/**
 * The secret of an authenticator app that is being set up: follows from a token that only the one who sets it up has, so
 * that nothing is kept before a code has shown that it works.
 */
export async function draftTotp(
  secret: string,
  token: string,
  email: string,
): Promise<{ secret: string; uri: string }> {
  const { Secret } = await import('otpauth');
  const drafted = new Secret({ buffer: new Uint8Array(derive(secret, 'totp', token)).slice(0, 20).buffer });
  return { secret: drafted.base32, uri: (await createTotp(drafted.base32, email)).toString() };
}

/** The step of a code; null where the code is wrong. Codes of a step before and after count, as clocks differ. */
export async function findStep(base32: string, code: string): Promise<number | null> {
  const totp = await createTotp(base32, '');
  const now = Date.now();
  const delta = totp.validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

async function createTotp(base32: string, label: string): Promise<TOTP> {
  const { Secret, TOTP } = await import('otpauth');
  const secret = Secret.fromBase32(base32);
  return new TOTP({ issuer: 'Wijkinformatie Twente', label, secret, digits: 6, period, algorithm: 'SHA1' });
}

export async function encryptTotp(secret: string, base32: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto');
  return symmetricEncrypt({ key: secret, data: base32 });
}

/** Uses a code up; gives whether it is one of this person's that was not used yet. */
export async function useCode(db: Database, secret: string, person: string, code: string): Promise<boolean> {
  const kept = await readTotpSecret(db, person);
  if (kept === null) return false;
  const { symmetricDecrypt } = await import('better-auth/crypto');
  const step = await findStep(await symmetricDecrypt({ key: secret, data: kept }), code);
  return step !== null && (await useTotpStep(db, person, step));
}

/** A code that counts now and was not used yet, of an encrypted secret: of this step or, where that was used, the next. */
export async function showUnusedCode(secret: string, kept: TotpKept): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto');
  const totp = await createTotp(await symmetricDecrypt({ key: secret, data: kept.secret }), '');
  const step = Math.max(Math.floor(Date.now() / 1000 / period), kept.lastStep + 1);
  return totp.generate({ timestamp: step * period * 1000 });
}

/** Letters and digits that nobody takes for another. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const codes = 10;
const codeLength = 12;

/** Recovery codes, each of 59 bits, in groups of four. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: codes }, () => {
    const letters = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What is kept of a recovery code of somebody, however it was typed. */
export function hashRecoveryCode(secret: string, person: string, code: string): Buffer {
  return derive(secret, `recovery ${person}`, code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/** Whether a text that was typed is meant as a code of an app, not as a recovery code. */
export function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}
