import { isIP } from 'node:net';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import { AttemptError } from './failure.ts';
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts';

/** Where may be asked. Hosts are names with their port where that is given, as in a URL. */
export interface Reach {
  /** Named by who runs the import: they may lie anywhere. */
  readonly named: readonly string[];
  /** Hosts that one source is spread over; a redirect may lead from one to another. */
  readonly together: readonly (readonly string[])[];
}

const mostRedirects = 5;
const open = new Agent();
/** Connects to addresses of the public internet alone, as they are resolved at that moment. */
const guarded = new Agent({ connect: { lookup: lookupPublic } });

/**
 * Asks an address and follows where it leads, as long as that stays with its source and on the public internet. Throws
 * AttemptError where it does not.
 */
export async function fetchWithin(address: string, init: RequestInit, reach: Reach): Promise<Response> {
  let url = new URL(address);
  if (!isKnown(url, reach)) throw leadsElsewhere(url);
  for (let redirects = 0; ; redirects++) {
    const response = await fetchOnce(url, init, reach);
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel().catch(() => undefined);
    if (redirects >= mostRedirects) throw new AttemptError('the service leads on and on', false);
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    if (!next || !mayLead(url, next, reach)) throw leadsElsewhere(next);
    url = next;
  }
}

async function fetchOnce(url: URL, init: RequestInit, { named }: Reach): Promise<Response> {
  const isNamed = named.includes(url.host);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // What is no name is not looked up.
  if (!isNamed && isIP(host) !== 0 && !isPublicAddress(host))
    throw refuse(new PrivateAddressError(host, host));
  try {
    return await fetch(url, { ...init, redirect: 'manual', dispatcher: isNamed ? open : guarded });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    throw cause instanceof PrivateAddressError ? refuse(cause) : error;
  }
}

function refuse({ message }: PrivateAddressError): AttemptError {
  return new AttemptError(message, false, null, false, 'name it with "--base" if it is meant');
}

/** A page of a service names the next one, which need not be its own. */
function isKnown({ host }: URL, { named, together }: Reach): boolean {
  return named.includes(host) || together.some((hosts) => hosts.includes(host));
}

function leadsElsewhere(url: URL | null): AttemptError {
  const message = `the service leads to ${url?.origin ?? 'no address'}, which is not of this source`;
  const remedy = 'look at the address in a browser, and name where it moved to with "--base"';
  return new AttemptError(message, false, null, false, remedy);
}

function mayLead(from: URL, to: URL, { together }: Reach): boolean {
  const isDowngrade = from.protocol === 'https:' && to.protocol !== 'https:';
  if (isDowngrade || !/^https?:$/.test(to.protocol) || to.username || to.password) return false;
  return (
    from.host === to.host || together.some((hosts) => hosts.includes(from.host) && hosts.includes(to.host))
  );
}
