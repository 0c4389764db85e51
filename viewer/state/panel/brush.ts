import { computed, type ReadonlySignal } from '@preact/signals';
import { codeOfAbsence } from '../../../geodata/classes/area-class.ts';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { withinChance } from '../../../geodata/comparing/change-status.ts';
import { type Brush, isInSpan, isPairSpan, type PairSpan } from '../../../geodata/link/view.ts';
import { viewParts } from '../link/view.ts';
import type { PanelCore } from './panel-core.ts';

/** The areas in the brush. */
export interface BrushedAreas {
  /** The panel that is brushed. */
  readonly panel: PanelCore;
  /** By area index of that panel: 1 for the areas in the brush. */
  readonly mask: Uint8Array;
}

/** The areas in the brush, where its panel is on screen; null: nothing is brushed. */
export function findBrushedAreas(
  panels: ReadonlySignal<readonly PanelCore[]>,
): ReadonlySignal<BrushedAreas | null> {
  const { brush } = viewParts;
  const brushed = computed(() => (brush.value && panels.value[brush.value.panel]) ?? null);
  return computed(() => {
    const [wish, panel] = [brush.value, brushed.value];
    const figures = panel?.figures.value;
    if (!wish || !panel || !figures) return null;
    const mask = isPairSpan(wish.of) ? findInRectangle(panel, wish.of) : findBrushed(figures, wish.of);
    return mask && { panel, mask };
  });
}

/** By area index of a panel: 1 for the areas that stand out. null: none does. */
export function createChosenAreas(
  panel: PanelCore,
  brushed: ReadonlySignal<BrushedAreas | null>,
): ReadonlySignal<Uint8Array | null> {
  return computed(() => {
    if (!brushed.value || !panel.view.value) return null;
    const { panel: source, mask } = brushed.value;
    return sharesAreas(source, panel) ? mask : translateMask(mask, source, panel);
  });
}

/** A rectangle of two indicators is for a map that shows both. */
function findInRectangle({ pair, published }: PanelCore, { x, y }: PairSpan): Uint8Array | null {
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

function sharesAreas(one: PanelCore, other: PanelCore): boolean {
  return (
    one.view.value?.level === other.view.value?.level && one.boundaryYear.value === other.boundaryYear.value
  );
}

/** The same areas in a panel of another level or boundary year: by code; of another level those within or around. */
function translateMask(mask: Uint8Array, source: PanelCore, target: PanelCore): Uint8Array {
  const codes = [...source.areas.byIndex.value.values()]
    .filter(({ index }) => mask[index] === 1)
    .map(({ code }) => code.slice(2));
  const exact = new Set(codes);
  const size = target.column.value?.size ?? 0;
  const chosen = new Uint8Array(size);
  const isSameLevel = source.view.value?.level === target.view.value?.level;
  for (const { code, index } of target.areas.byIndex.value.values()) {
    const digits = code.slice(2);
    const isRelated = (other: string) => other.startsWith(digits) || digits.startsWith(other);
    if (exact.has(digits) || (!isSameLevel && codes.some(isRelated))) chosen[index] = 1;
  }
  return chosen;
}
