import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import type { MapArea } from '../../figures/area-figures.ts';
import type { AreaReferences } from '../../figures/area-references.ts';
import type { FigureRow } from '../../figures/figure-rows.ts';
import { nameWithUnit } from '../../figures/indicator-name.ts';
import { lineOfMoments } from '../../figures/lines.ts';
import { Trend } from '../../parts/chart/trend.tsx';
import { translate, words } from '../../state/screen/reading-words.ts';

interface AreaTrendsProps {
  readonly area: MapArea;
  readonly rows: readonly FigureRow[];
  readonly references: AreaReferences;
}

/** Figures of an area through time beside the reference, each in a chart of its own; those of one period are left out. */
export function AreaTrends({ area, rows, references }: AreaTrendsProps) {
  const text = words.value.area;
  const told = rows.filter(({ moments }) => moments.length > 1);
  if (told.length === 0) return null;
  return (
    <div class="report-trends">
      {told.map(({ indicator, moment, moments }) => {
        const { code, name, index } = area;
        const own = lineOfMoments({ code, name, index, indicator, moments });
        const other = growsWithArea(indicator) ? null : references.lineOf(area, indicator, moments);
        const lines = other ? [own, other] : [own];
        return (
          <Trend
            key={indicator.key}
            heading={nameWithUnit(indicator)}
            title={text.trendLabel(translate(indicator.name), name)}
            keyed={lines}
            lines={lines}
            decimals={indicator.decimals}
            current={moment.period}
            highlighted={code}
            height={132}
          />
        );
      })}
    </div>
  );
}
