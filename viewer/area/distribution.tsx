import { formatPeriod } from '../../geodata/period.ts';
import { Beeswarm } from '../chart/beeswarm.tsx';
import type { ChartLine } from '../chart/line.ts';
import { translate, words } from '../language/reading.ts';
import { lines, ownLine, pointOf } from '../state/benchmarks.ts';
import { shownParts } from '../state/catalog.ts';
import { activePanel } from '../state/panels.ts';
import { reference } from '../state/reference.ts';
import { language } from '../state/view.ts';

/** How the figures of all areas on the map are spread, with the area of the card and what it is held against among them. */
export function Distribution() {
  const text = words.value;
  const { published, places, indicator: meant, view } = activePanel.value;
  const [figures, indicator, level] = [published.value, meant.value, view.value?.level];
  const named = places.byIndex.value;
  if (!figures || !indicator || !level || named.size === 0) return <div class="skeleton card-waiting" />;
  const areas = [...named.values()].flatMap(({ code, name, index }) => {
    const value = figures.values[index] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ code, name, value }];
  });
  return (
    <Beeswarm
      title={text.charts.distribution(
        translate(indicator.name),
        formatPeriod(figures.period, language.value),
        text.levels[level].many,
      )}
      source={indicator.source?.title ?? ''}
      unit={indicator.unit}
      decimals={indicator.decimals}
      areas={areas}
      marked={shownParts.area.value ?? ''}
      reference={indicator.kind === 'count' ? null : findReference()}
    />
  );
}

/** The figure of the period on screen that the area of the card is held against. */
function findReference() {
  const held = reference.value;
  if (!held) return null;
  const ofPlace = lines.value?.find(({ code }) => code === held.code);
  const line: Pick<ChartLine, 'points'> | null | undefined = held.code ? ofPlace : ownLine.value;
  const value = line ? pointOf(line)?.value : null;
  return value == null ? null : { name: held.name, value };
}
