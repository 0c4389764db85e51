import { computed } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import type { Absence } from '../../../geodata/classes/absence-pattern.ts';
import { type ColumnPeriod, reasonAt } from '../../../geodata/columns/column.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change-status.ts';
import type { FigureReason } from '../../../geodata/disclosure/rule.ts';
import { mostSelected } from '../../../geodata/link/view.ts';
import { type Status, statuses } from '../../../geodata/observation.ts';
import { readArea } from '../../data/client.ts';
import { RequestFailure } from '../../data/request.ts';
import { boundaryYear, catalog, municipalityNames, shown } from '../catalog.ts';
import { changeView, view } from '../link/view.ts';
import type { Panel } from '../panel/panel.ts';
import { activePanel } from '../panel/panels.ts';
import { createResource } from '../resource.ts';

/** The code that the side panel is about: the pinned area, or else the region. */
export const subjectCode = computed(() => shown.value?.area ?? catalog.data.value?.region.key ?? null);

const wantedArea = computed(() =>
  subjectCode.value && boundaryYear.value
    ? { code: subjectCode.value, boundaryYear: boundaryYear.value }
    : null,
);

/**
 * The area that the side panel is about, in the boundaries on screen; where those lack it, in the latest that have it:
 * its `boundaryYear` tells.
 */
export const area = createResource(wantedArea, (wish, abort) =>
  readArea(wish, abort).catch((failure: unknown) => {
    if (failure instanceof RequestFailure && failure.reason === 'not-found')
      return readArea({ code: wish.code }, abort);
    throw failure;
  }),
);

/** Puts an area into the selection that is compared, or takes it out; a full selection takes no more. */
export function toggleSelected(code: string): void {
  const { selection, reference } = view.peek();
  if (!selection.includes(code)) {
    if (selection.length < mostSelected) changeView({ selection: [...selection, code] });
    return;
  }
  const rest = selection.filter((other) => other !== code);
  changeView({ selection: rest, ...(reference === code ? { reference: 'region' } : {}) });
}

/** How a figure stands on screen: its status, or that it is no change, or may be none. */
export type ShownStatus = Status | Absence | 'within-chance';

/** Where an area has its figure on screen: a value with its bounds, or why there is none. null while figures load. */
export interface FigureOfArea {
  readonly value: number | null;
  readonly status: ShownStatus;
  /** What is said of it beside its status. */
  readonly reason?: FigureReason | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Of an estimated figure: what share of it was measured. */
  readonly measuredShare?: number | null;
}

/** The figure of an area in a panel, the active one unless another is given. */
export function figureAt(
  index: number,
  panel: Pick<Panel, 'figures'> = activePanel.value,
): FigureOfArea | null {
  const current = panel.figures.value;
  return current && figureOf(current, index);
}

/** The figure of an area among those of a period. */
export function figureOf(current: ColumnPeriod, index: number): FigureOfArea {
  return {
    value: asValue(current.values[index]),
    status: nameStatus(current.statuses[index]),
    reason: reasonAt(current, index),
    lower: asValue(current.lower?.[index]),
    upper: asValue(current.upper?.[index]),
    measuredShare: asValue(current.measured?.[index]),
  };
}

/** Name of the municipality that an area lies in; null for a municipality itself. */
export function municipalityOf(code: string): string | null {
  return code.startsWith('GM') ? null : (municipalityNames.value.get(municipalityOfCode(code)) ?? null);
}

function nameStatus(code: number | undefined): ShownStatus {
  if (code === boundaryChanged) return 'boundary-changed';
  if (code === withinChance) return 'within-chance';
  return statuses[code ?? statuses.length] ?? 'missing';
}

function asValue(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
