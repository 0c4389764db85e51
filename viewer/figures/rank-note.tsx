import { useMemo } from 'preact/hooks';
import type { ColumnData } from '../../geodata/columns/column.ts';
import { growsWithArea } from '../../geodata/comparing/comparability.ts';
import { findUncertainty } from '../../geodata/comparing/sides.ts';
import { sharedAnalysis } from '../data/analysis/client.ts';
import { useResource } from '../parts/use-resource.ts';
import { rankOf } from '../state/area/rank.ts';
import { words } from '../state/screen/reading-words.ts';
import type { MapArea } from './area-figures.ts';
import type { FigureRow } from './figure-rows.ts';

/** Enough that the ends of the interval hardly move with another seed. */
const draws = 2000;
/** So that a link shows the same places. */
const seed = 1;

interface RankNoteProps {
  readonly area: Pick<MapArea, 'code' | 'index' | 'level'>;
  readonly row: Pick<FigureRow, 'indicator' | 'moment' | 'method'>;
  readonly columns: ReadonlyMap<string, ColumnData>;
}

/** The place of the area among all of its level, with the places that it could as well have, as figures are uncertain. */
export function RankNote({ area, row, columns }: RankNoteProps) {
  const wanted = useMemo(() => {
    const uncertainty = growsWithArea(row.indicator) ? null : findUncertainty(row, columns);
    return uncertainty && { values: row.moment.values, uncertainty, draws, seed };
  }, [row, columns]);
  const found = useResource(wanted, (input, abort) => sharedAnalysis().run('ranks', input, { abort }));
  const rank = found?.ranks[area.index] ?? 0;
  const place = rankOf(area.index, row.moment.values);
  if (!found || !place || rank === 0) return null;
  const [first, last] = [found.first[area.index] ?? 0, found.last[area.index] ?? 0];
  const tied = rank + place.ties - 1;
  const { many } = words.value.levels[area.level];
  return <p>{words.value.report.rank(rank, tied, first, last, found.of, many)}</p>;
}
