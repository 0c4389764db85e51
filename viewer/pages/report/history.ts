import { type BoundaryStory, tellBoundaryStory } from '../../../geodata/boundary/lineage/story.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import type { Language } from '../../../geodata/text.ts';
import { readAreaList, readLineage } from '../../data/client.ts';
import type { Lineage } from '../../data/contract.ts';
import { writeStory } from '../../figures/boundary-story-text.ts';
import { catalog } from '../../state/catalog.ts';
import type { Words } from '../../text/words.ts';

/** What became of the areas of a level between two boundary years that follow each other. */
export interface History {
  readonly from: number;
  readonly to: number;
  readonly rows: Lineage['rows'];
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** The history of a level through all boundary years. Throws RequestFailure. */
export async function readHistory(level: MapLevel, abort: AbortSignal): Promise<readonly History[]> {
  const years = (catalog.data.peek()?.boundaryYears ?? []).map(({ year }) => year).sort((a, b) => a - b);
  const names = await Promise.all(
    years.map(async (boundaryYear) => {
      const { rows } = await readAreaList({ level, boundaryYear }, abort);
      return new Map(rows.map(({ code, name }) => [code, name]));
    }),
  );
  return Promise.all(
    years.slice(1).map(async (to, index) => {
      const from = years[index] ?? to;
      const { rows } = await readLineage({ from, to }, abort);
      const [before, after] = [names[index] ?? new Map(), names[index + 1] ?? new Map()];
      return { from, to, rows: rows.filter((row) => row.level === level), before, after };
    }),
  );
}

const sameShape: readonly (BoundaryStory['change'] | undefined)[] = [
  'unchanged',
  'renamed',
  'recoded',
  undefined,
];

/** What became of the borders of an area, in sentences; none where they stayed as they were. */
export function writeHistory(
  code: string,
  histories: readonly History[],
  text: Words,
  language: Language,
): string[] {
  return histories.flatMap(({ from, to, rows, before, after }) => {
    const came = tellBoundaryStory(rows, code, 'to');
    if (sameShape.includes(came?.change)) return [];
    return writeStory({
      code,
      from,
      to,
      came,
      went: tellBoundaryStory(rows, code, 'from'),
      nameBefore: (other) => before.get(other) ?? other,
      nameAfter: (other) => after.get(other) ?? other,
      text,
      language,
    });
  });
}
