import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { readArea } from '../../data/client.ts';
import { rowsAgainst } from '../../figures/against.ts';
import { type AreaFigures, type MapArea, readAreaFigures } from '../../figures/area-figures.ts';
import type { FigureRow } from '../../figures/figure-rows.ts';
import { catalog, indicator, shownParts } from '../../state/catalog.ts';
import { viewParts } from '../../state/link/view.ts';
import { reference, referenceFor } from '../../state/reference/reference.ts';
import { createResource } from '../../state/resource.ts';
import { type History, readHistory } from './history.ts';

/** Everything that a report is made of. */
export interface ReportFigures extends AreaFigures {
  readonly histories: ReadonlyMap<MapLevel, readonly History[]>;
}

interface Wish {
  /** Codes of the areas to report on. */
  readonly codes: readonly string[];
  /** Code of the municipality whose districts to report on, instead. */
  readonly districtsOf: string | null;
  /** Its key. */
  readonly reference: string;
  readonly carry: number | null;
}

/** The area that the report is about or starts from; the first municipality where the link names none. */
export const subject = computed(
  () => viewParts.area.value ?? catalog.data.value?.municipalities[0]?.code ?? null,
);

/** What the areas are held against. */
export const against = computed(() => {
  if (subject.value === null) return null;
  return viewParts.report.value === 'area' ? referenceFor(subject.value) : reference.value;
});

const wanted = computed((): Wish | null => {
  const [code, reference, kind] = [subject.value, against.value, viewParts.report.value];
  if (viewParts.page.value !== 'report' || !code || !reference) return null;
  return {
    codes: kind === 'area' ? [code] : kind === 'selection' ? viewParts.selection.value : [],
    districtsOf: kind === 'districts' ? municipalityOfCode(code) : null,
    reference: reference.key,
    carry: shownParts.carry.value,
  };
});

const resource = createResource(
  wanted,
  async ({ codes, districtsOf, carry }, abort): Promise<ReportFigures> => {
    const children = districtsOf ? await listChildren(districtsOf, carry, abort) : [];
    const listed = districtsOf ? children.map(({ code }) => code) : codes;
    const areaFigures = await readAreaFigures(listed, carry, abort);
    const levels = [...areaFigures.places.keys()];
    const histories = await Promise.all(
      levels.map(async (level) => [level, await readHistory(level, abort)] as const),
    );
    return { ...areaFigures, histories: new Map(histories) };
  },
);

async function listChildren(code: string, carry: number | null, abort: AbortSignal) {
  return (await readArea({ code, boundaryYear: carry }, abort)).children;
}

/** null while it is on its way. */
export const areaFigures = resource.current;

const known = new WeakMap<ReportFigures, Map<string, readonly FigureRow[]>>();

/** Every figure of an area of the report, held against the reference; the same rows again for the same areaFigures. */
export function rowsOf(area: MapArea, found: ReportFigures): readonly FigureRow[] {
  const ofMatter = known.get(found) ?? new Map<string, readonly FigureRow[]>();
  known.set(found, ofMatter);
  const rows = ofMatter.get(area.code) ?? rowsAgainst(area, found);
  ofMatter.set(area.code, rows);
  return rows;
}

/** The figure that map, distribution and trend of the report show: the one on screen, or else the first that is relative. */
export function findFocus(rows: readonly FigureRow[]): FigureRow | null {
  const own = rows.find((row) => row.indicator === indicator.value);
  return own ?? rows.find((row) => !growsWithArea(row.indicator)) ?? rows[0] ?? null;
}
