import { computed, type ReadonlySignal } from '@preact/signals';
import type { AreaList } from '../../../geodata/area-list.ts';
import { recodedIndexes, redrawnCodes } from '../../../geodata/boundary/lineage/story.ts';
import { type ColumnData, type ColumnPeriod, findPeriodSomewhere } from '../../../geodata/columns/column.ts';
import {
  type ChanceTest,
  type ChangeInput,
  chooseChanceTest,
  computeChange,
} from '../../../geodata/comparing/change.ts';
import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import { sharedAnalysis } from '../../data/analysis/client.ts';
import { readAreaList, readLineage } from '../../data/client.ts';
import type { CatalogIndicator, Lineage } from '../../data/contract.ts';
import { catalog } from '../catalog.ts';
import { view as link } from '../link/view.ts';
import { createResource } from '../resource.ts';
import { createEventCounts } from './event-counts.ts';

/** What a panel shows, as far as its change needs it. */
interface Subject {
  readonly view: ReadonlySignal<ResolvedPanel | null>;
  readonly indicator: ReadonlySignal<CatalogIndicator | null>;
  readonly boundaryYear: ReadonlySignal<number | null>;
  readonly column: ReadonlySignal<ColumnData | null>;
  readonly published: ReadonlySignal<ColumnPeriod | null>;
}

/** The difference between a panel's period and another. All is null while the panel shows no change. */
export interface PanelChange {
  /** The figures of the other period as published: in the panel's boundaries where it has those, else in its newest. */
  readonly from: ReadonlySignal<ColumnPeriod | null>;
  readonly figures: ReadonlySignal<ColumnPeriod | null>;
  /** The same as a column of one period, for the map. */
  readonly column: ReadonlySignal<Pick<ColumnData, 'size' | 'periods'> | null>;
  /** What says whether a change may be chance; null: nothing can, or nobody asks. */
  readonly test: ReadonlySignal<ChanceTest['kind'] | null>;
  /** One of the periods was carried from other boundaries: an estimate says less than the counts a test would take it for. */
  readonly isCarried: ReadonlySignal<boolean>;
  /** Old borders of what was redrawn between the two boundary years. */
  readonly otherBorders: ReadonlySignal<{
    readonly tileJson: string;
    readonly codes: readonly string[];
  } | null>;
  /** From an area's index to the index that the same ground had under another code; null while that is not known. */
  readonly recoded: ReadonlySignal<ReadonlyMap<number, number> | null>;
  /** What became of the areas between the two boundary years; empty where they are the same. */
  readonly lineage: ReadonlySignal<Lineage['rows']>;
}

export function createChange(subject: Subject): PanelChange {
  const { view, boundaryYear, column, published } = subject;
  const from = computed(() => {
    const change = view.value?.change;
    if (!change) return null;
    return column.value?.periods[findPeriodSomewhere(column.value, change.from, boundaryYear.value)] ?? null;
  });
  const division = createDivision(view, boundaryYear, from);
  const kind = createTestKind(subject, from);
  const test = createTest(subject, from, kind);
  const figures = createFigures(
    computed(() => {
      const change = view.value?.change;
      const [before, after, { recoded }] = [from.value, published.value, division.value];
      if (!change || !before || !after || !recoded || test.value === undefined) return null;
      return { from: before, to: after, kind: change.kind, recoded, test: test.value };
    }),
  );
  return {
    from,
    figures,
    column: computed(() =>
      figures.value ? { size: figures.value.values.length, periods: [figures.value] } : null,
    ),
    test: kind,
    isCarried: computed(() => [from.value, published.value].some(isCarriedPeriod)),
    otherBorders: computed(() => {
      const level = view.value?.level;
      const codes = redrawnCodes(division.value.rows.filter((row) => row.level === level));
      return from.value && codes.length > 0
        ? { tileJson: `/tiles/${from.value.boundaryYear}.json`, codes }
        : null;
    }),
    recoded: computed(() => division.value.recoded),
    lineage: computed(() => division.value.rows),
  };
}

/** The tests of more areas, of a whole country, are done where nobody waits for them. */
const mostTestedHere = 3000;

/** The changes; null while they are computed elsewhere. */
function createFigures(input: ReadonlySignal<ChangeInput | null>): PanelChange['figures'] {
  const large = computed(() => {
    const wanted = input.value;
    return wanted?.test && wanted.to.values.length > mostTestedHere ? wanted : null;
  });
  const resource = createResource(large, (wanted, abort) =>
    sharedAnalysis().run('change', wanted, { abort }),
  );
  return computed(() => {
    if (large.value) return resource.current.value;
    return input.value && computeChange(input.value);
  });
}

function isCarriedPeriod(period: ColumnPeriod | null): boolean {
  return period?.carriedFrom !== undefined;
}

interface Division {
  readonly rows: Lineage['rows'];
  /** From an area's index to the index that the same ground had under another code; null while that is not known. */
  readonly recoded: ReadonlyMap<number, number> | null;
}

/** What became of the areas, where the two periods are in the boundaries of different years. */
function createDivision(
  view: Subject['view'],
  boundaryYear: Subject['boundaryYear'],
  from: ReadonlySignal<ColumnPeriod | null>,
): ReadonlySignal<Division> {
  const wanted = computed(() => {
    const [before, after, level] = [from.value?.boundaryYear, boundaryYear.value, view.value?.level];
    return before && after && level && before !== after ? { before, after, level } : null;
  });
  const resource = createResource(wanted, async ({ before, after, level }, abort) => {
    const at = (boundaryYear: number) => readAreaList({ level, boundaryYear }, abort);
    const [lineage, old, current] = await Promise.all([
      readLineage({ from: before, to: after }, abort),
      at(before),
      at(after),
    ]);
    const rows = lineage.rows.filter((row) => row.level === level);
    return { rows, recoded: recodedIndexes(rows, indexesOf(old), indexesOf(current)) };
  });
  return computed(() => {
    if (wanted.value === null) return { rows: [], recoded: new Map() };
    return resource.current.value ?? { rows: [], recoded: null };
  });
}

function indexesOf({ rows }: AreaList): ReadonlyMap<string, number> {
  return new Map(rows.map(({ code, index }) => [code, index]));
}

function createTestKind(
  { view, indicator, published }: Subject,
  from: ReadonlySignal<ColumnPeriod | null>,
): ReadonlySignal<ChanceTest['kind'] | null> {
  return computed(() => {
    if (!view.value?.change || !indicator.value || link.value.chance === 'off') return null;
    const ends = [from.value, published.value];
    if (ends.some(isCarriedPeriod)) return null;
    const hasBounds = ends.every((period) => period?.lower && period.upper);
    return chooseChanceTest(indicator.value, catalog.data.value?.indicators ?? [], hasBounds);
  });
}

/** The test with the counts it needs; undefined while those load. */
function createTest(
  subject: Subject,
  from: ReadonlySignal<ColumnPeriod | null>,
  kind: ReadonlySignal<ChanceTest['kind'] | null>,
): ReadonlySignal<ChanceTest | null | undefined> {
  const findCounts = createEventCounts(
    subject,
    computed(() => kind.value === 'poisson'),
  );
  return computed(() => {
    if (kind.value !== 'poisson') return kind.value && { kind: kind.value };
    const [find, before] = [findCounts.value, from.value];
    const [period, year] = [subject.view.value?.period, subject.boundaryYear.value];
    if (!find || !before || !period || !year) return undefined;
    return { kind: 'poisson', from: find(before), to: find({ period, boundaryYear: year }) };
  });
}
