import { createHmac, timingSafeEqual } from 'node:crypto';
import { nameCookie } from './cookie-name.ts';

/** The token of the session in the cookies of a request, where its signature is ours; null where there is none. */
export function readSessionToken(
  cookies: string | undefined,
  secret: string,
  publicUrl: string | null,
): string | null {
  const value = findCookie(cookies, nameCookie(publicUrl));
  const end = value?.lastIndexOf('.') ?? -1;
  if (!value || end < 1) return null;
  const token = value.slice(0, end);
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(value.slice(end + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** Whether the request bears the cookie of a session at all: without one nothing has to be looked up. */
export function bearsSession(cookies: string | undefined, publicUrl: string | null): boolean {
  return cookies?.includes(`${nameCookie(publicUrl)}=`) ?? false;
}

function findCookie(cookies: string | undefined, name: string): string | null {
  for (const part of cookies?.split(';') ?? []) {
    const [key, ...rest] = part.split('=');
    if (key?.trim() !== name) continue;
    try {
      return decodeURIComponent(rest.join('=').trim());
    } catch {
      return null;
    }
  }
  return null;
}
