import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * What codes are hashed and answers sealed with. It is kept outside the database, so that nobody who has that alone, a copy
 * of it or its log, reads an answer or finds the code it was given with.
 */
export interface SurveyKey {
  readonly secret: Buffer;
  /** By which it is recognised, without being told. */
  readonly print: string;
}

/** What bytes are sealed for: what was sealed for one is not opened for another. */
export type SealPurpose = 'draft' | 'sent' | 'sheet' | 'text';

/** Sealed with another key, or not as it was sealed. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

const nonceBytes = 12;
const tagBytes = 16;
/** Begins what is sealed, and what lies in plain text; so that each is known for what it is. */
const sealedMark = 1;
const plainMark = 0;

/** The key that a text of at least 32 characters gives. */
export function readSurveyKey(text: string): SurveyKey {
  const secret = derive(Buffer.from(text, 'utf8'), 'survey key', '');
  return { secret, print: derive(secret, 'print', '').toString('base64url').slice(0, 16) };
}

/** By which a code is found again, and not known without the key. */
export function hashCode({ secret }: SurveyKey, code: string): string {
  return createHmac('sha256', deriveOnce(secret, 'code')).update(code).digest('base64url');
}

/** Shows that a form, or a cookie, was written for who has this code: nobody makes it without the key. */
export function proveForm({ secret }: SurveyKey, code: string): string {
  return createHmac('sha256', deriveOnce(secret, 'form')).update(code).digest('base64url').slice(0, 22);
}

/** Whether a proof, as a form or a cookie gave it back, is that of this code. */
export function isProven(key: SurveyKey, code: string, proof: string): boolean {
  const [given, right] = [Buffer.from(proof), Buffer.from(proveForm(key, code))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * Bytes sealed with AES-256-GCM under a key of their own for the purpose and the text (a round, a code): filled up to
 * `room` bytes first, so that their length says nothing. Throws where they are longer.
 */
export function sealBytes(
  key: SurveyKey,
  purpose: SealPurpose,
  text: string,
  bytes: Uint8Array,
  room = 0,
): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', derive(key.secret, purpose, text), nonce);
  cipher.setAAD(Buffer.from(`${purpose}\n${text}`));
  const sealed = Buffer.concat([cipher.update(fillUp(bytes, room)), cipher.final()]);
  return Buffer.concat([Buffer.of(sealedMark), nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed so; `key` null: of what lies in plain text alone. Throws SealError. */
export function openBytes(key: SurveyKey | null, purpose: SealPurpose, text: string, sealed: Buffer): Buffer {
  if (sealed[0] === plainMark) return takeOut(sealed.subarray(1));
  if (key === null)
    throw new SealError(
      'these answers are sealed, and there is no key: set SURVEY_KEY to the one they were sealed with',
    );
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', derive(key.secret, purpose, text), nonce);
  decipher.setAAD(Buffer.from(`${purpose}\n${text}`));
  decipher.setAuthTag(tag);
  try {
    return takeOut(
      Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]),
    );
  } catch {
    throw new SealError('these answers were sealed with another key: set SURVEY_KEY to the one of that time');
  }
}

/** Bytes that lie in plain text, of the same shape: of made-up answers, which have nobody to protect. */
export function layPlain(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(plainMark), fillUp(bytes, 0)]);
}

function fillUp(bytes: Uint8Array, room: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  if (room > 0 && bytes.length > room) throw new Error(`${bytes.length} bytes do not fit in ${room}`);
  return Buffer.concat([length, bytes, Buffer.alloc(Math.max(0, room - bytes.length))]);
}

function takeOut(filled: Buffer): Buffer {
  return filled.subarray(4, 4 + filled.readUInt32BE(0));
}

/** Keys that were derived before, by the secret: tens of thousands of codes are hashed with one. */
const derived = new WeakMap<Buffer, Map<string, Buffer>>();

function deriveOnce(secret: Buffer, purpose: 'code' | 'form'): Buffer {
  const before = derived.get(secret) ?? new Map<string, Buffer>();
  derived.set(secret, before);
  const key = before.get(purpose) ?? derive(secret, purpose, '');
  before.set(purpose, key);
  return key;
}

function derive(secret: Buffer, purpose: string, text: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `wijkinformatie ${purpose}\n${text}`, 32));
}
