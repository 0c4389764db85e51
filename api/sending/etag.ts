import { createHash } from 'node:crypto';

/** Whether `If-None-Match` names this tag: a list, weak or strong, or `*` for any (RFC 9110, 13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.match(/"[^"]*"/g)?.includes(tag) ?? false;
}

/** Short text that only bytes like these give: 160 bits of SHA-256. */
export function hashOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27);
}
