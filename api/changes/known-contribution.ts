import type { ContributionKind } from '../../geodata/contribution/contribution.ts';
import { findContribution } from '../../sql/contributions/shown.ts';
import type { Database } from '../../sql/database.ts';
import type { Reader } from '../../sql/reader.ts';
import { invalidParameter } from '../errors.ts';

/** Throws a problem 400 where the contribution of a number is not there for the reader, or of another kind. */
export async function requireKnownContribution(
  db: Database,
  reader: Reader,
  {
    field,
    kind,
    id,
  }: { readonly field: string; readonly kind: ContributionKind; readonly id: number | null },
): Promise<void> {
  if (id === null) return;
  const found = await findContribution(db, reader, id);
  if (found?.kind !== kind) throw invalidParameter(field, `there is no ${kind} ${id}`);
}
