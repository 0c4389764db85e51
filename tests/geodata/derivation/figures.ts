import type { Level } from '../../../geodata/level.ts';
import { hasValue, type Observation } from '../../../geodata/observation.ts';

/** A published figure of 2024 in the boundaries of 2024, with what a test says otherwise. */
export function publishedFigure(
  indicator: string,
  area: string,
  value: number | null,
  change: Partial<Observation> = {},
): Observation {
  const status = change.status ?? (value === null ? 'missing' : 'final');
  return {
    indicator,
    area,
    level: levelOf(area),
    boundaryYear: 2024,
    period: '2024',
    value: hasValue(status) ? value : null,
    lower: null,
    upper: null,
    sampleSize: null,
    status,
    origin: 'published',
    source: 'cbs',
    note: null,
    ...change,
  };
}

function levelOf(area: string): Level {
  if (area.startsWith('BU')) return 'neighbourhood';
  if (area.startsWith('WK')) return 'district';
  return area.startsWith('GM') ? 'municipality' : area.startsWith('NL') ? 'country' : 'region';
}
