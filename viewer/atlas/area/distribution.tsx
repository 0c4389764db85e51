import { useMemo } from 'preact/hooks';
import type { ColumnPeriod } from '../../../geodata/columns/column.ts';
import { chooseIntervalMethod } from '../../../geodata/comparing/chance/method.ts';
import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { RankNote } from '../../figures/rank-note.tsx';
import { Beeswarm } from '../../parts/chart/beeswarm.tsx';
import { lines, ownLine, pointOf } from '../../state/area/benchmarks.ts';
import type { ChartLine } from '../../state/area/line.ts';
import { area } from '../../state/area/selection.ts';
import { indicators, shownParts } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { reference } from '../../state/reference/reference.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import { rankColumns } from './rank-columns.ts';

/** How the figures of all areas on the map are spread, with the area of the card and what it is held against among them. */
export function Distribution() {
  const text = words.value;
  const { published, areas: list, indicator: meant, view } = activePanel.value;
  const [figures, indicator, level] = [published.value, meant.value, view.value?.level];
  const named = list.byIndex.value;
  if (!figures || !indicator || !level || named.size === 0) return <div class="skeleton card-waiting" />;
  const areas = [...named.values()].flatMap(({ code, name, index }) => {
    const value = figures.values[index] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ code, name, value }];
  });
  return (
    <>
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
        reference={growsWithArea(indicator) ? null : findReference()}
      />
      <OwnRank indicator={indicator} figures={figures} />
    </>
  );
}

interface OwnRankProps {
  readonly indicator: CatalogIndicator;
  readonly figures: ColumnPeriod;
}

/** The place of the pinned area, with the places that it could as well have. */
function OwnRank({ indicator, figures }: OwnRankProps) {
  const [pinned, columns] = [shownParts.area.value ? area.data.value : null, rankColumns.value];
  const row = useMemo(() => {
    const hasBounds = figures.lower !== undefined && figures.upper !== undefined;
    const method = chooseIntervalMethod(indicator, indicators.value, hasBounds);
    return { indicator, moment: figures, method };
  }, [indicator, figures]);
  const level = shownParts.level.value;
  if (!columns || !level || pinned?.level !== level || pinned.index === null) return null;
  const { code, index } = pinned;
  return <RankNote area={{ code, index, level }} row={row} columns={columns} />;
}

/** The figure of the period on screen that the area of the card is held against. */
function findReference() {
  const held = reference.value;
  if (!held) return null;
  const ofReference = lines.value?.find(({ code }) => code === held.code);
  const line: Pick<ChartLine, 'points'> | null | undefined = held.code ? ofReference : ownLine.value;
  const value = line ? pointOf(line)?.value : null;
  return value == null ? null : { name: held.name, value };
}
