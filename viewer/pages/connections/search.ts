import { computed, signal } from '@preact/signals';
import { addressOfColumn } from '../../../geodata/columns/address.ts';
import type { Connection } from '../../../geodata/connection/search.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { readBytes, readInTurn } from '../../data/request.ts';
import { indicatorOf, shownParts } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';
import { isWeighted, others, population, relationTo, subjectFigures } from './subject.ts';

/** How much of the search is done, 0 to 1. */
export const searchProgress = signal(0);

const wanted = computed(() => {
  const [subject, level] = [subjectFigures.value, shownParts.level.value];
  if (!subject || !level) return null;
  const people = isWeighted.value ? population.value : null;
  return { subject, level, people, others: others.value, method: viewParts.correlation.value };
});

const search = createResource(wanted, async ({ subject, level, people, others: all, method }, abort) => {
  searchProgress.value = 0;
  const [columns, weights] = await Promise.all([
    readInTurn(all, async (other) => ({
      address: other.key,
      isRelated: relationTo(other) !== null,
      bytes: await readColumnBytes(other, level, abort),
    })),
    people && readColumnBytes(people, level, abort),
  ]);
  const settings = {
    abort,
    transfer: columns.map(({ bytes }) => bytes.buffer),
    onProgress: (done: number) => {
      searchProgress.value = done;
    },
  };
  return sharedAnalysis().run('connections', { subject, others: columns, weights, method }, settings);
});

/** What goes together with the indicator on screen; null while that is being computed. */
export const connections = search.current;

/** A row of the list, with its indicator. */
export interface ConnectionRow extends Connection {
  readonly indicator: CatalogIndicator;
}

export function listRows(found: readonly Connection[]): ConnectionRow[] {
  return found.flatMap((connection) => {
    const other = indicatorOf(connection.address);
    return other ? [{ ...connection, indicator: other }] : [];
  });
}

/** The column of an indicator on a level as it was sent: it is decoded where nobody waits for it. */
export async function readColumnBytes(
  of: CatalogIndicator,
  level: MapLevel,
  abort: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const reference = of.columns[level];
  if (!reference) throw new RangeError(`${of.key} has no figures on the level ${level}`);
  return readBytes(addressOfColumn({ indicator: of.key, level, hash: reference.hash }), abort);
}
