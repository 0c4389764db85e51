import type { ResolvedPanel, ResolvedView } from './resolve.ts';

/** Whether a view can be drawn from its columns and tiles alone: its maps show figures as they were published. */
export function isPlainView({ panels, carry, brush }: ResolvedView): boolean {
  const isPlain = ({ change, deviation, shows, pair }: ResolvedPanel): boolean =>
    !change && !deviation && shows === 'figures' && !pair;
  return panels.every(isPlain) && !carry && !brush;
}
