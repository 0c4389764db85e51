import { sql } from 'kysely';
import { expandIndicators } from '../../geodata/dimension.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import { listIndicators } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listDimensions } from '../../sql/dimensions.ts';
import { applyVisibility } from '../../sql/publication.ts';
import { everything } from '../../sql/reader.ts';
import { publishArtefacts } from './artefacts.ts';
import { publishLineages } from './lineage-answers.ts';
import type { OnProgress } from './progress.ts';

/** Every indicator that is held, and behind each its items. */
export async function listHeldIndicators(db: Database): Promise<Indicator[]> {
  const indicators = await listIndicators(db, everything);
  return expandIndicators({ indicators, dimensions: await listDimensions(db, everything) });
}

/**
 * Has all that is kept follow the rules of visibility: who may see each figure, and columns and rankings for every kind of
 * reader. To be called in the transaction that changed the rules, which holds the publication's lock; `whole` where what is
 * kept may be older than the rules, so that all of it is made anew.
 */
export async function applyRules(
  db: Database,
  { whole = false, onProgress = () => undefined }: { whole?: boolean; onProgress?: OnProgress } = {},
): Promise<void> {
  const indicators = await listHeldIndicators(db);
  const changed = await applyVisibility(db, indicators);
  const keys = new Set(changed);
  const isMeant = ({ key }: Indicator) => whole || changed === null || keys.has(key);
  await publishArtefacts(db, indicators.filter(isMeant), onProgress);
  await publishLineages(db);
  await sql`update access set is_applied = true where not is_applied`.execute(db);
}
