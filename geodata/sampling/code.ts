import { normaliseDigits } from '../questionnaire/digits.ts';

/**
 * 23 signs that people do not take for one another, and without vowels, so that no code spells a word. 23 is prime, so
 * that the check sign finds every single wrong sign and every two that changed places.
 */
const alphabet = '2346789CDFGHJKMNPRTVWXY';
/** Signs before the check sign: 23^11, some 9.5 × 10^14, of which a round hands out a few thousand. */
const signsDrawn = 11;
const groupLength = 4;

/** What else people write for a sign. */
const lookAlikes: Readonly<Record<string, string>> = { Z: '2', B: '8', U: 'V' };

/** A code as it was typed: the code without separators, or what is wrong with it. */
export type ReadCode =
  | { readonly code: string }
  | { readonly fault: 'empty' | 'too-short' | 'too-long' | 'unknown-sign' | 'wrong-check' };

/** A new code, twelve signs without separators, the last of which checks the others. Drawn by the platform's own source of chance. */
export function makeCode(): string {
  const signs = Array.from({ length: signsDrawn }, () => alphabet[drawBelow(alphabet.length)] ?? '').join('');
  return signs + checkSignOf(signs);
}

/** A code as it stands on a letter: `K7MD-R3XP-4WTC`. */
export function formatCode(code: string): string {
  return (code.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}

/** Reads a code as people type it: in small letters, with spaces, hyphens or dots, with signs that look alike. */
export function readCode(text: string): ReadCode {
  const code = normaliseDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._\p{Cf}]+/gu, '')
    .replaceAll(/[ZBU]/g, (sign) => lookAlikes[sign] ?? sign);
  if (!code) return { fault: 'empty' };
  if ([...code].some((sign) => !alphabet.includes(sign))) return { fault: 'unknown-sign' };
  if (code.length < signsDrawn + 1) return { fault: 'too-short' };
  if (code.length > signsDrawn + 1) return { fault: 'too-long' };
  return checkSignOf(code.slice(0, -1)) === code.at(-1) ? { code } : { fault: 'wrong-check' };
}

/**
 * The sign that makes the sum of sign × place a multiple of 23, the check sign standing at place 1: the construction of
 * ISBN-10 (ISO 2108), modulo 23. Places up to 12 have an inverse modulo 23, and so have their differences.
 */
function checkSignOf(signs: string): string {
  const length = alphabet.length;
  const sum = [...signs].reduce(
    (total, sign, position) => total + alphabet.indexOf(sign) * (signs.length + 1 - position),
    0,
  );
  return alphabet[(length - (sum % length)) % length] ?? '';
}

/** A whole number from 0 up to, not including, a bound of at most 256, each as likely as the others. */
function drawBelow(bound: number): number {
  const fair = 256 - (256 % bound);
  const bytes = new Uint8Array(1);
  for (;;) {
    const drawn = crypto.getRandomValues(bytes)[0] ?? 256;
    if (drawn < fair) return drawn % bound;
  }
}
