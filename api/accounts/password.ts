import { invalidParameter } from '../errors.ts';

/** As OWASP ASVS and NIST advise: length counts, kinds of characters do not. */
export const shortestPassword = 12;
export const longestPassword = 128;

/** The longest of the passwords that are tried first everywhere, and what this site suggests. */
const known = [
  'password', 'wachtwoord', 'welkom', 'qwerty', 'azerty', 'letmein', 'iloveyou', 'administrator', 'geheim',
  'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', '0987654321', 'abcdefghijklm', 'trustno', 'football',
  'princess', 'sunshine', 'dragon', 'monkey', 'baseball', 'superman', 'voetbal', 'twente', 'enschede',
  'wijkinformatie', 'changeme', 'default', 'login', 'correcthorsebatterystaple', '1q2w3e4r5t6y', 'q1w2e3r4t5y6',
]; // biome-ignore format: a list

/** Throws a problem that says what is wrong with a new password. `about`: what is known of whose it is. */
export function requireGoodPassword(password: string, about: readonly string[]): void {
  const length = [...password].length;
  if (length < shortestPassword)
    throw invalidParameter('password', `has fewer than ${shortestPassword} characters`);
  if (length > longestPassword)
    throw invalidParameter('password', `has more than ${longestPassword} characters`);
  if (isGuessable(password, about)) throw invalidParameter('password', 'is one that is tried first');
}

/** Whether little is left of it without what everybody, or everybody who knows him, would try. */
function isGuessable(password: string, about: readonly string[]): boolean {
  const words = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3);
  let rest = password.toLowerCase();
  for (const word of [...known, ...words].sort((one, other) => other.length - one.length))
    rest = rest.replaceAll(word, '');
  return new Set(rest.replace(/[^\p{L}]+$/u, '')).size < 5;
}
