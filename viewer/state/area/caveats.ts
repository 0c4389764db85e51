import { levelOfCode, municipalityOfCode } from '../../../geodata/area.ts';
import { type Caveat, findCaveats } from '../../../geodata/comparing/comparability.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { catalog } from '../catalog.ts';
import type { Panel } from '../panel/panel.ts';

/** What to say where figures of a panel stand beside those of another: of one indicator, in two periods. */
export function caveatsBetween(one: Panel, other: Panel): Caveat[] {
  const [a, b] = [one.view.value, other.view.value];
  const meant = one.indicator.value;
  if (!a || !b || !meant || other.indicator.value?.key !== meant.key || a.period === b.period) return [];
  const at = ({ period }: { readonly period: string }) => ({ period, municipality: null });
  return findCaveats(at(a), at(b), { breaks: meant.breaks, survey: surveyOf(meant) });
}

/**
 * What to say where the figure of an area is held against a reference, by its key, in the period on screen. Nothing where
 * that is its own municipality or a target of that: they are of one survey.
 */
export function caveatsAgainst(
  { view, indicator }: Pick<Panel, 'view' | 'indicator'>,
  code: string,
  reference: string,
): Caveat[] {
  const [period, meant] = [view.value?.period, indicator.value];
  if (!period || !meant || reference === 'municipality' || reference === 'target') return [];
  const at = (municipality: string | null) => ({ period, municipality });
  return findCaveats(at(municipalityOf(code)), at(municipalityOf(reference)), {
    breaks: meant.breaks,
    survey: surveyOf(meant),
  });
}

/** null for the region, the country and a group of areas. */
function municipalityOf(code: string): string | null {
  const level = levelOfCode(code);
  return level && isMapLevel(level) ? municipalityOfCode(code) : null;
}

/** What to say of the two periods of a panel that shows a change; of one area where its municipality is given. */
export function caveatsOf({ view, indicator }: Panel, municipality: string | null): Caveat[] {
  const [shown, meant] = [view.value, indicator.value];
  if (!shown?.change || !meant) return [];
  const at = (period: string) => ({ period, municipality });
  return findCaveats(at(shown.change.from), at(shown.period), {
    breaks: meant.breaks,
    survey: surveyOf(meant),
  });
}

/** The survey that an indicator is from; null where it is from none. */
export function surveyOf({ survey }: CatalogIndicator) {
  return catalog.data.value?.surveys.find(({ key }) => key === survey) ?? null;
}
