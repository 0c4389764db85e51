import { levelOfCode } from '../area.ts';
import type { Level } from '../level.ts';
import { InputError } from '../problem.ts';

const forms: Record<Exclude<Level, 'region'>, { prefix: string; width: number; example: string }> = {
  country: { prefix: 'NL', width: 2, example: 'NL00' },
  municipality: { prefix: 'GM', width: 4, example: 'GM0153' },
  district: { prefix: 'WK', width: 6, example: 'WK015300' },
  neighbourhood: { prefix: 'BU', width: 8, example: 'BU01530001' },
};

/**
 * Reads the code of an area of a level; spaces around it are no fault. The country is NL00, though some of CBS's tables
 * call it NL01. Throws InputError where the code has another form, saying what was probably meant.
 */
export function readAreaCode(value: unknown, level: Level, file: string, place: string): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (level === 'country' && text === 'NL01') return 'NL00';
  const found = levelOfCode(text);
  if (found === level) return text;
  const message = text ? `"${text}" is no code of a ${level}` : `the code of the ${level} is missing`;
  throw new InputError({ file, place, message, remedy: describeRemedy(text, level, found) });
}

function describeRemedy(text: string, level: Level, found: Level | null): string {
  if (level === 'region') return 'write the key of the region as the package gives it, such as "twente"';
  const meant = guessCode(text, level);
  if (meant?.reason === 'lost')
    return `the prefix or leading zeros were lost: write "${meant.code}" if that is meant, and export the column as text`;
  if (meant) return `write "${meant.code}" if that is meant`;
  if (found && found !== 'region')
    return `it is one of a ${found}: correct the code or the resource's "level"`;
  return `write a code such as "${forms[level].example}"`;
}

function guessCode(
  text: string,
  level: Exclude<Level, 'region'>,
): { code: string; reason: 'lost' | 'case' } | null {
  const { prefix, width } = forms[level];
  const upper = text.toUpperCase();
  const rest = upper.startsWith(prefix) ? upper.slice(prefix.length) : upper;
  if (!/^\d[0-9A-Z]*$/.test(rest)) return null;
  const code = prefix + rest.padStart(width, '0');
  if (levelOfCode(code) !== level || (level !== 'country' && code.slice(2, 6) === '0000')) return null;
  return { code, reason: code === upper ? 'case' : 'lost' };
}
