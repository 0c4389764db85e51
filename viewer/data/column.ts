import { type ColumnData, decodeColumn } from '../../geodata/column.ts';
import type { MapLevel } from '../../geodata/level.ts';
import { expectAnswer } from './request.ts';

/** Which column: its hash makes the answer immutable. */
export interface ColumnKey {
  readonly indicator: string;
  readonly level: MapLevel;
  readonly hash: string;
}

/** Fetches and decodes every figure of one indicator and level. Throws RequestFailure. */
export async function readColumn(
  { indicator, level, hash }: ColumnKey,
  abort: AbortSignal,
): Promise<ColumnData> {
  const address = `/api/columns/${encodeURIComponent(indicator)}/${level}?hash=${encodeURIComponent(hash)}`;
  const answer = await expectAnswer(fetch(address, { signal: abort }));
  return decodeColumn(new Uint8Array(await answer.arrayBuffer()));
}
