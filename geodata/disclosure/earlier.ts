import type { Observation } from '../observation.ts';
import { type CellKey, keyOf } from './linked-indicator.ts';
import type { SuppressionReason } from './rule.ts';

/** What an earlier release has shown, or told, of a figure; whoever kept it still knows. */
export interface EarlierFigure {
  readonly cell: CellKey;
  /** As it was shown; null where it was suppressed. */
  readonly value: number | null;
  /** The multiple that it was rounded to; null where it was shown as it is. */
  readonly roundedTo: number | null;
  readonly reason: SuppressionReason | null;
  /** The true figure at the time, where it was suppressed. */
  readonly hidden: number | null;
}

/** What earlier releases have made known, by figure. */
export interface EarlierKnowledge {
  /** Whether this very figure has been shown. */
  readonly wasShown: (figure: Observation) => boolean;
  /** Why this very figure is suppressed until now; null where it is not. */
  readonly toldBefore: (figure: Observation) => SuppressionReason | null;
}

/** Arranges what was shown or told of figures, several of each where several releases did. */
export function arrangeEarlier(figures: Iterable<EarlierFigure>): EarlierKnowledge {
  const ofCell = new Map<CellKey, EarlierFigure[]>();
  for (const figure of figures) {
    const known = ofCell.get(figure.cell);
    if (known) known.push(figure);
    else ofCell.set(figure.cell, [figure]);
  }
  return {
    wasShown: (figure) =>
      (ofCell.get(keyOf(figure)) ?? []).some((earlier) => isShownBy(earlier, figure.value)),
    toldBefore: (figure) => {
      const told = (ofCell.get(keyOf(figure)) ?? []).filter(
        ({ reason, hidden }) => reason !== null && hidden === figure.value,
      );
      return told.find(({ reason }) => reason === 'small-count')?.reason ?? told[0]?.reason ?? null;
    },
  };
}

/** A figure that is the same when rounded may have been told with it. */
function isShownBy({ value, roundedTo }: EarlierFigure, now: number | null): boolean {
  if (value === null || now === null) return false;
  return roundedTo === null ? value === now : Math.abs(value - now) <= roundedTo / 2;
}
