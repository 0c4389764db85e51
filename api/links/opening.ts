import { countAddresses } from '../../geodata/link/named.ts';
import { formatFor, listNamed } from '../../geodata/link/short-link.ts';
import { defaultView, parseView } from '../../geodata/link/view.ts';
import { findColumn } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { findKeptColumn, findLink, listLinkedFigures, type ShortLink } from '../../sql/links/links.ts';
import type { Reader } from '../../sql/reader.ts';
import { listUnknownFigures } from '../../sql/unknown-figures.ts';
import type { FrozenFigures } from '../schemas/link.ts';

/** A link as it is told to one reader. */
export interface OpenedLink extends ShortLink {
  /** How many indicators of it the reader may not know of. */
  readonly hidden: number;
}

/** What a link leads to for a reader: without the names of what he may not know of. Null where there is none. */
export async function openLink(db: Database, reader: Reader, id: string): Promise<OpenedLink | null> {
  const link = await findLink(db, id);
  if (!link) return null;
  const view = { ...defaultView, ...parseView(link.address).view };
  const unknown = await listUnknownFigures(db, reader, listNamed(view));
  const address = formatFor({ ...view, frozen: link.isFrozen ? id : view.frozen }, unknown);
  return { ...link, address, hidden: countAddresses(unknown) };
}

/** Of the figures that a link was frozen to, those that the reader may see, and what became of each. */
export async function listFrozenFigures(db: Database, reader: Reader, id: string): Promise<FrozenFigures[]> {
  const all: FrozenFigures[] = [];
  for (const figures of await listLinkedFigures(db, id)) {
    const current = await findColumn(db, reader, figures.indicator, figures.level);
    if (!current) continue;
    const kept = await findKeptColumn(db, reader, id, figures);
    const state = !kept ? 'gone' : kept.hash === current.hash ? 'same' : 'renewed';
    all.push({ ...figures, hash: kept?.hash ?? null, state });
  }
  return all;
}
