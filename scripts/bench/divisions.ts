import { type Division, listHeldDivisions } from '../../api/release/division.ts';
import { readHolding } from '../../api/release/holding.ts';
import { openDatabase } from '../../sql/database.ts';
import type { Region } from './region.ts';

/** The areas of every boundary year that a region holds. No product may have the region's database open. */
export async function readDivisions({ dataDirectory }: Region): Promise<Division[]> {
  const { db, close } = await openDatabase({ directory: dataDirectory });
  try {
    return listHeldDivisions(await readHolding(db, '', true), new Set());
  } finally {
    await close();
  }
}
