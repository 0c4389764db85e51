import { formatUnit } from '../../geodata/number.ts';
import { Trend } from '../chart/trend.tsx';
import type { ObservationRow } from '../data/contract.ts';
import { translate, words } from '../language/reading.ts';
import type { FigureRow } from '../profile/figure-rows.ts';
import { lineOfMoments, lineOfRows } from '../profile/lines.ts';
import type { MapArea } from '../profile/matter.ts';
import { language } from '../state/view.ts';
import { against } from './report.ts';

interface AreaTrendsProps {
  readonly area: MapArea;
  readonly rows: readonly FigureRow[];
  readonly references: readonly ObservationRow[];
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
        const other =
          indicator.kind === 'count' || !against.value
            ? null
            : lineOfRows({ ...against.value, indicator, rows: references });
        const lines = other ? [own, other] : [own];
        return (
          <Trend
            key={indicator.key}
            heading={`${translate(indicator.name)} (${formatUnit(indicator.unit, language.value)})`}
            title={text.trendLabel(translate(indicator.name), name)}
            keyed={lines}
            lines={lines}
            decimals={indicator.decimals}
            current={moment.period}
            highlighted={code}
            height={132}
            onChoose={() => undefined}
          />
        );
      })}
    </div>
  );
}
