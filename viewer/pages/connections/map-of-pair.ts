import type { PanelView } from '../../../geodata/link/view.ts';
import { view } from '../../state/link/view.ts';
import { chosenOther } from './subject.ts';

/** The panels of the map, with both indicators of the scatter in the active one. */
export function panelsOfPair(): readonly PanelView[] {
  const { panels, active } = view.value;
  const pair = chosenOther.value?.key ?? null;
  const shows = 'figures';
  return panels.map((panel, place) =>
    place === active ? { ...panel, change: null, deviation: null, shows, pair } : panel,
  );
}
