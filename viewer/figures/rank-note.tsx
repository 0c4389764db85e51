import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ColumnData } from '../../geodata/columns/column.ts';
import { sharedAnalysis } from '../data/analysis/client.ts';
import { rankOf } from '../state/area/rank.ts';
import { words } from '../state/screen/reading-words.ts';
import type { FigureRow } from './figure-rows.ts';
import type { MapArea } from './matter.ts';
import { findUncertainty } from './sides.ts';

/** Enough that the ends of the interval hardly move with another seed. */
const draws = 2000;
/** So that a link shows the same places. */
const seed = 1;

interface RankNoteProps {
  readonly area: Pick<MapArea, 'code' | 'index' | 'level'>;
  readonly row: Pick<FigureRow, 'indicator' | 'moment' | 'method'>;
  readonly columns: ReadonlyMap<string, ColumnData>;
}

interface FoundRank {
  readonly rank: number;
  readonly first: number;
  readonly last: number;
  readonly of: number;
}

/** The place of the area among all of its level, with the places that it could as well have, as figures are uncertain. */
export function RankNote({ area, row, columns }: RankNoteProps) {
  const found = useSignal<FoundRank | null>(null);
  const { indicator, moment } = row;
  useEffect(() => {
    const abort = new AbortController();
    found.value = null;
    const uncertainty = indicator.kind === 'count' ? null : findUncertainty(row, columns);
    if (uncertainty)
      sharedAnalysis()
        .run('ranks', { values: moment.values, uncertainty, draws, seed }, { abort: abort.signal })
        .then(
          ({ ranks, first, last, of }) => {
            const at = (places: Uint32Array) => places[area.index] ?? 0;
            if (at(ranks) > 0) found.value = { rank: at(ranks), first: at(first), last: at(last), of };
          },
          // Left, or the figures cannot be ranked: the page stands without.
          () => undefined,
        );
    return () => abort.abort();
  }, [area.code, row, columns]);
  const place = rankOf(area.index, moment.values);
  if (!found.value || !place) return null;
  const { rank, first, last, of } = found.value;
  const tied = rank + place.ties - 1;
  return <p>{words.value.report.rank(rank, tied, first, last, of, words.value.levels[area.level].many)}</p>;
}
