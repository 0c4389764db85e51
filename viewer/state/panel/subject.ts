import type { ResolvedPanel } from '../../../geodata/link/resolve.ts';
import type { TitleSubject } from '../../../geodata/link/title.ts';
import { statuses } from '../../../geodata/observation.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { catalog, indicatorOf, shown } from '../catalog.ts';
import { language } from '../link/view.ts';
import { reference } from '../reference/reference.ts';
import { translate, words } from '../screen/words.ts';
import { nameOf } from './measure.ts';
import type { Panel } from './panel.ts';

export { describeTitle } from '../../../geodata/link/title.ts';

/** What a panel shows, in words; its difference also names what a deviation is held against. */
export interface Subject extends TitleSubject {
  /** `grenzen van 2024`, or `op de grenzen van 2021, 50 geschat`; null where there are no others. */
  readonly boundaries: string | null;
}

export function describeSubject(panel: Panel): Subject | null {
  const [view, year] = [panel.view.value, panel.boundaryYear.value];
  if (!view || !panel.indicator.value) return null;
  const text = words.value;
  const write = (period: string) => formatPeriod(period, language.value);
  const hasSeveralDivisions = (catalog.data.value?.boundaryYears.length ?? 0) > 1;
  return {
    name: nameOf(panel),
    period: view.change ? `${write(view.change.from)} → ${write(view.period)}` : write(view.period),
    areas: text.levels[view.level].many,
    boundaries: hasSeveralDivisions && year ? nameBoundaries(panel, year) : null,
    difference: describeDifference(view),
  };
}

function describeDifference({ change, deviation, shows, pair }: ResolvedPanel): string | null {
  const text = words.value.change;
  if (change) return text.titles[change.kind];
  if (shows === 'clusters') return words.value.clusters.title;
  const other = indicatorOf(pair);
  if (other) return words.value.pair.with(translate(other.name));
  return deviation && text.deviations[deviation](reference.value?.name ?? '');
}

/** Of carried figures also how many are estimates. */
function nameBoundaries({ figures }: Panel, year: number): string {
  const { boundariesOf, carriedTo, estimates } = words.value.timeline;
  if (!shown.value?.carry) return boundariesOf(year);
  const count = figures.value?.statuses.reduce((sum, code) => sum + Number(code === estimated), 0) ?? 0;
  return count > 0 ? `${carriedTo(year)}, ${estimates(count)}` : carriedTo(year);
}

const estimated = statuses.indexOf('estimated');

/** Of name, areas, difference and boundaries, in this order, what another subject has otherwise; null where all are alike. */
export function listDifferences(subject: Subject, all: readonly (Subject | null)[]): (string | null)[] {
  return (['name', 'areas', 'difference', 'boundaries'] as const).map((part) =>
    all.some((other) => other && other[part] !== subject[part]) ? subject[part] : null,
  );
}
