import { computed, type ReadonlySignal } from '@preact/signals';
import type { Absence } from '../../../geodata/classes/fill.ts';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change.ts';
import { type Brush, isInSpan, isPairSpan, type PairSpan } from '../../../geodata/link/view.ts';
import { statuses } from '../../../geodata/observation.ts';
import { view } from '../link/view.ts';
import type { Panel } from './panel.ts';
import { panelAt, panels } from './panels.ts';

/** The brush, where its panel is on screen. */
const brush = computed<Brush | null>(() => {
  const wanted = view.value.brush;
  return wanted && wanted.panel < panels.value.length ? wanted : null;
});

/** By area index of the brushed panel: 1 for the areas in the brush. null: nothing is brushed. */
const brushed = computed<Uint8Array | null>(() => {
  const wish = brush.value;
  const figures = wish && panelAt(wish.panel).figures.value;
  if (!wish || !figures) return null;
  return isPairSpan(wish.of) ? findInRectangle(panelAt(wish.panel), wish.of) : findBrushed(figures, wish.of);
});

const chosenByPlace: readonly ReadonlySignal<Uint8Array | null>[] = [0, 1, 2, 3].map((place) =>
  computed(() => {
    const mask = brushed.value;
    const panel = panels.value[place];
    if (!mask || !brush.value || !panel) return null;
    const source = panelAt(brush.value.panel);
    return sharesAreas(source, panel) ? mask : translateMask(mask, source, panel);
  }),
);

/** By area index of a panel: 1 for the areas that stand out. null: none does. */
export function chosenAreas({ index }: Pick<Panel, 'index'>): Uint8Array | null {
  return chosenByPlace[index]?.value ?? null;
}

/** A rectangle of two indicators is for a map that shows both. */
function findInRectangle({ pair, published }: Panel, { x, y }: PairSpan): Uint8Array | null {
  const [found, figures] = [pair.map.value, published.value];
  if (!found || !figures) return null;
  return Uint8Array.from(found.other, (value, index) =>
    Number(!Number.isNaN(value) && isInSpan(value, y) && isInSpan(figures.values[index] ?? Number.NaN, x)),
  );
}

function findBrushed(
  { values, statuses: codes }: ColumnPeriod,
  of: Exclude<Brush['of'], PairSpan>,
): Uint8Array {
  if (typeof of === 'string') {
    const wanted = codeOfAbsence(of);
    return Uint8Array.from(codes, (code) => Number(code === wanted));
  }
  return Uint8Array.from(values, (value, index) =>
    Number(codes[index] !== withinChance && !Number.isNaN(value) && isInSpan(value, of)),
  );
}

function codeOfAbsence(absence: Absence): number {
  return absence === 'boundary-changed' ? boundaryChanged : statuses.indexOf(absence);
}

function sharesAreas(one: Panel, other: Panel): boolean {
  return (
    one.view.value?.level === other.view.value?.level && one.boundaryYear.value === other.boundaryYear.value
  );
}

/** The same areas in a panel of another level or boundary year: by code; of another level those within or around. */
function translateMask(mask: Uint8Array, source: Panel, target: Panel): Uint8Array {
  const codes = [...source.places.byIndex.value.values()]
    .filter(({ index }) => mask[index] === 1)
    .map(({ code }) => code.slice(2));
  const exact = new Set(codes);
  const size = target.column.value?.size ?? 0;
  const chosen = new Uint8Array(size);
  const isSameLevel = source.view.value?.level === target.view.value?.level;
  for (const { code, index } of target.places.byIndex.value.values()) {
    const digits = code.slice(2);
    const isRelated = (other: string) => other.startsWith(digits) || digits.startsWith(other);
    if (exact.has(digits) || (!isSameLevel && codes.some(isRelated))) chosen[index] = 1;
  }
  return chosen;
}
