import { randomInt } from 'node:crypto';
import { findEntry } from '../../geodata/catalog.ts';
import { countAddresses } from '../../geodata/link/named.ts';
import { boundaryYearsOf, resolveView } from '../../geodata/link/resolve.ts';
import { linkLength, listNamed } from '../../geodata/link/short-link.ts';
import { linkSigns } from '../../geodata/link/signs.ts';
import { defaultView, formatView, type PanelView, parseView, type View } from '../../geodata/link/view.ts';
import { unpackPresentation } from '../../geodata/presentation/packing.ts';
import type { Database } from '../../sql/database.ts';
import { keepLink, type LinkedFigures, listLinkedFigures } from '../../sql/links/links.ts';
import type { Reader } from '../../sql/reader.ts';
import { listUnknownFigures } from '../../sql/unknown-figures.ts';
import { readStranger } from '../../sql/visibility-rules.ts';
import { requireKnownAddresses } from '../changes/known-addresses.ts';
import { invalidParameter } from '../errors.ts';
import { keepMapCatalog } from '../first-view.ts';
import type { Catalog } from '../schemas/catalog.ts';

/** What somebody wants a short link for. */
export interface LinkWish {
  /** An address of this site, or what follows its first slash. */
  readonly address: string;
  readonly frozen: boolean;
}

/**
 * Keeps an address of this site under a short name and gives that, and how many of its indicators a stranger may not know
 * of; the same address has the same name. Throws a problem 400 for an address of another site, one that does not lead to a view, and one that cannot be frozen.
 */
export async function makeLink(
  db: Database,
  reader: Reader,
  { address, frozen }: LinkWish,
  { origin, readCatalog }: { readonly origin: string; readonly readCatalog: () => Promise<Catalog> },
): Promise<{ readonly id: string; readonly hidden: number }> {
  const view = await leaveUnheld(db, readOwnView(address, origin), frozen, readCatalog);
  const named = listNamed(view);
  const addresses = named.map(({ address: each }) => each);
  await requireKnownAddresses(db, reader, 'address', addresses);
  const hidden = countAddresses(await listUnknownFigures(db, await readStranger(db), named));
  // Who shares a frozen view shares what it is frozen to.
  const wish = frozen && view.frozen === null ? freeze(view, await readCatalog()) : null;
  const kept = { address: formatView(wish?.view ?? view), frozen: wish?.figures ?? null };
  for (;;) {
    const id = await keepLink(db, { id: makeName(), ...kept });
    if (id !== null) return { id, hidden };
  }
}

function makeName(): string {
  return Array.from({ length: linkLength }, () => linkSigns[randomInt(linkSigns.length)]).join('');
}

/** What an address of this site shows; nothing of who made it. */
function readOwnView(address: string, origin: string): View {
  const query = readOwnQuery(address, origin);
  if (query === null)
    throw invalidParameter(
      'address',
      `an address of this site, such as ${origin}/?period=2024 or /?period=2024`,
    );
  const { view, problems } = parseView(query);
  const [problem] = problems;
  if (problem)
    throw invalidParameter(
      'address',
      `${problem.parameter}=${problem.value.slice(0, 100)} is ${problem.reason}: leave it out, or copy the address as it stands in the address bar`,
    );
  if (view.slides != null && !unpackPresentation(view.slides))
    throw invalidParameter(
      'address',
      'the presentation in it cannot be read: make its link again on its page',
    );
  return { ...defaultView, ...view, seeAs: null };
}

/** The query of an address that leads to the page of this site; null for any other. */
function readOwnQuery(address: string, origin: string): string | null {
  // What a browser reads as another site begins with a scheme, or with two slashes of either kind.
  if (/^[/\\]{2}|[\p{Cc}]/u.test(address)) return null;
  if (!URL.canParse(address, `${origin}/`)) return null;
  const { protocol, host, pathname, search } = new URL(address, `${origin}/`);
  // Whoever ends TLS before this server may not have told it so.
  const isOwn = /^https?:$/.test(protocol) && host === new URL(origin).host;
  return isOwn && (pathname === '/' || pathname === '/index.html') ? search : null;
}

/** The view with everything filled in that would follow later figures, and the figures that its maps show. */
function freeze(view: View, catalog: Catalog): { view: View; figures: LinkedFigures[] } {
  if (view.page !== 'map')
    throw invalidParameter('frozen', 'only maps can be frozen: leave it out for a page to read');
  const ofMap = keepMapCatalog(catalog);
  const resolved = resolveView(view, ofMap);
  if (!resolved || resolved.adjustments.length > 0)
    throw invalidParameter('address', 'it names what is not there, so that it cannot be frozen');
  const panels = resolved.view.panels.map((panel) => {
    const entry = findEntry(ofMap, panel.indicator);
    const newest = entry ? boundaryYearsOf(entry, panel.period)[0] : undefined;
    return { ...panel, boundaryYear: panel.boundaryYear ?? newest ?? null };
  });
  return { view: { ...view, panels }, figures: listFigures(panels) };
}

/** The figures that panels show. */
function listFigures(panels: readonly Pick<PanelView, 'indicator' | 'pair' | 'level'>[]): LinkedFigures[] {
  return panels.flatMap(({ indicator, pair, level }) =>
    [indicator, pair].flatMap((address) => (address === null ? [] : [{ indicator: address, level }])),
  );
}

/**
 * The view without the frozen link that it names where that does not keep all of its figures, so that it is frozen anew.
 * Throws a problem 400 where it is not to be frozen: it would not be what it says.
 */
async function leaveUnheld(
  db: Database,
  view: View,
  isFrozenAnew: boolean,
  readCatalog: () => Promise<Catalog>,
): Promise<View> {
  if (view.frozen === null) return view;
  const held = await listLinkedFigures(db, view.frozen);
  const resolved = resolveView({ ...view, frozen: null }, keepMapCatalog(await readCatalog()));
  const shown = resolved && view.page === 'map' ? listFigures(resolved.view.panels) : [];
  const isHeld = ({ indicator, level }: LinkedFigures) =>
    held.some((each) => each.indicator === indicator && each.level === level);
  if (held.length > 0 && shown.every(isHeld)) return view;
  if (isFrozenAnew) return { ...view, frozen: null };
  throw invalidParameter(
    'address',
    `link ${view.frozen} does not keep all figures that it shows: leave "frozen" out of it, or ask for a frozen link`,
  );
}
