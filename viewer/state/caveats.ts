import { type Caveat, findCaveats } from '../../geodata/comparability.ts';
import { catalog } from './catalog.ts';
import type { Panel } from './panel.ts';

/** What to say of the two periods of a panel that shows a change; of one area where its municipality is given. */
export function caveatsOf({ view, indicator }: Panel, municipality: string | null): Caveat[] {
  const [shown, meant] = [view.value, indicator.value];
  if (!shown?.change || !meant) return [];
  const survey = catalog.data.value?.surveys.find(({ key }) => key === meant.survey) ?? null;
  const at = (period: string) => ({ period, municipality });
  return findCaveats(at(shown.change.from), at(shown.period), { breaks: meant.breaks, survey });
}
