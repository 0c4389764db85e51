import type { Database } from '../../sql/database.ts';
import {
  insertLineageAnswer,
  type LineageAnswerKey,
  listLineageAnswers,
  readShownLineage,
  renewLineageAnswer,
} from '../../sql/publication.ts';
import { listReaderKinds } from '../../sql/reader-kinds.ts';
import { listYears } from '../../sql/years.ts';
import { readCatalog } from '../catalog.ts';
import { tellLineage } from '../figures/lineage.ts';
import { hashOf } from '../sending/etag.ts';
import { compress } from './compression.ts';

/**
 * Makes ready to be sent what became of the areas, for every kind of reader that is told otherwise: from each boundary year
 * to the next one and to the newest, which is what the page asks. To be called once figures say who may see them.
 */
export async function publishLineages(db: Database): Promise<void> {
  const held = new Map((await listLineageAnswers(db)).map((key) => [nameOf(key), key]));
  const wanted = new Map<string, string[]>();
  const isDone = new Set<string>();
  for (const reader of await listReaderKinds(db)) {
    const shown = await readShownLineage(db, reader);
    if (isDone.has(shown)) continue;
    isDone.add(shown);
    const pairs = listPairs(await listYears(db, reader));
    // Without boundaries there is no catalogue either.
    if (pairs.length === 0) continue;
    const catalog = await readCatalog(db, reader);
    for (const [from, to] of pairs) {
      const lineage = await tellLineage(db, reader, catalog, from, to);
      if (!lineage) continue;
      const text = JSON.stringify(lineage);
      const key = { from, to, hash: hashOf(text) };
      const readers = [...(wanted.get(nameOf(key)) ?? []), shown];
      wanted.set(nameOf(key), readers);
      if (!held.has(nameOf(key)))
        await insertLineageAnswer(db, key, await compress(Buffer.from(text)), readers);
      held.set(nameOf(key), key);
    }
  }
  for (const [name, key] of held) await renewLineageAnswer(db, key, wanted.get(name) ?? []);
}

/** In the order of time: each with the one after it, and with the last. */
function listPairs(years: readonly number[]): [number, number][] {
  const last = years.at(-1);
  return years.slice(0, -1).flatMap((year, index) => {
    const others = new Set([years[index + 1], last]);
    return [...others].flatMap((other): [number, number][] => (other === undefined ? [] : [[year, other]]));
  });
}

function nameOf({ from, to, hash }: LineageAnswerKey): string {
  return `${from} ${to} ${hash}`;
}
