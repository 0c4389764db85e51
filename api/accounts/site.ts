import { BlockList, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import { RequestProblem } from '../errors.ts';
import { isFromPageOf } from '../pages/origin.ts';
import type { Asking, Environment } from '../readers/reader.ts';

/** Names by which only somebody at the machine itself reaches it. */
const ownNames = ['localhost', '127.0.0.1', '[::1]', '::1'];

export function isOwnName(host: string): boolean {
  return ownNames.includes(host);
}

/** Headers that a proxy adds: whoever sends them may be anywhere. */
const traces = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via'];

/** Whether a request was sent at this machine, to one of its own names, and nobody handed it on. */
export function isFromHere({ header, address }: Asking): boolean {
  const own = new BlockList();
  own.addSubnet('127.0.0.0', 8, 'ipv4');
  own.addAddress('::1', 'ipv6');
  const direct = simplify(address ?? '');
  if (direct === '' || !own.check(direct, isIPv6(direct) ? 'ipv6' : 'ipv4')) return false;
  const name = (header('Host') ?? '').replace(/:\d+$/, '');
  return isOwnName(name) && traces.every((trace) => header(trace) === undefined);
}

/**
 * Where people reach the site, without a slash at the end: as it is set, or as this machine calls itself. Never as a request
 * says that came from elsewhere: links, cookies and passkeys would be made for whatever name it gives.
 */
export function originOf(context: Context, publicUrl: string | null): string {
  if (publicUrl !== null) return new URL(publicUrl).origin;
  const { host, hostname } = new URL(context.req.url);
  if (isOwnName(hostname)) return `http://${host}`;
  throw new RequestProblem(
    'forbidden',
    'Signing in works at http://localhost only, until PUBLIC_URL says where people reach the site',
  );
}

/** Refuses who signs in, or changes how he does, from another page than ours. Throws a problem 403. */
export function requireOwnOrigin(context: Context, publicUrl: string | null): void {
  if (!isFromPageOf(originOf(context, publicUrl), context))
    throw new RequestProblem('forbidden', 'Only a page of this site may ask for this');
}

/** Finds the address that a request comes from: that of the connection, or what a trusted proxy says it is. */
export function trustProxies(ranges: readonly string[]): (context: Context) => string {
  const trusted = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string) => trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return (context) => {
    const environment: Environment | undefined = context.env;
    const direct = simplify(environment?.address ?? '');
    if (!isTrusted(direct)) return direct;
    const told = context.req.header('X-Forwarded-For')?.split(',') ?? [];
    // From the right: what stands further left anybody may have written.
    const addresses = told.map((address) => simplify(address.trim())).reverse();
    return addresses.find((address) => !isTrusted(address)) ?? addresses.at(-1) ?? direct;
  };
}

/** An IPv4 address as such, where the system shows it as IPv6. */
function simplify(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
