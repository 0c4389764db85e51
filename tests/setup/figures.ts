import { levelOfCode } from '../../geodata/area.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import type { Observation } from '../../geodata/observation.ts';
import type { Target } from '../../geodata/target.ts';
import type { SourceInput } from '../../sql/publication.ts';
import { countIndicator } from './indicator.ts';

export const sources: readonly SourceInput[] = [
  {
    key: 'grenzen',
    title: 'Proefgrenzen',
    url: 'https://example.org/grenzen',
    licence: {
      name: 'CC-BY-4.0',
      title: 'Creative Commons Attribution 4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    },
  },
  {
    key: 'tellingen',
    title: 'Proeftellingen',
    url: null,
    licence: { name: 'CC0-1.0', title: 'CC0 1.0', url: null },
  },
  { key: 'vertrouwelijk', title: 'Vertrouwelijke meldingen', url: null, licence: null },
];

export function indicator(key: string, nl: string, en: string, rest: Partial<Indicator> = {}): Indicator {
  return countIndicator(key, { name: { nl, en }, ...rest });
}

export const indicators: readonly Indicator[] = [
  indicator('inwoners', 'Inwoners', 'Inhabitants', { theme: 'achtergrond.bevolking' }),
  indicator('misdrijven', 'Misdrijven', 'Crimes', { polarity: 'higher-is-worse' }),
  indicator('misdrijven-per-1000', 'Misdrijven per 1.000 inwoners', 'Crimes per 1,000 inhabitants', {
    unit: 'per 1.000 inwoners',
    kind: 'rate',
    decimals: 1,
    polarity: 'higher-is-worse',
    aggregate: 'derived',
    derive: { numerator: 'misdrijven', denominator: 'inwoners', factor: 1000 },
  }),
  indicator('tevredenheid', 'Tevredenheid met de buurt', 'Satisfaction with the neighbourhood', {
    theme: 'leefomgeving.subjectief',
    unit: 'rapportcijfer',
    kind: 'score',
    decimals: 1,
    polarity: 'higher-is-better',
    aggregate: { weightedBy: 'inwoners' },
  }),
];

/** An indicator that only partners may see, alone in its theme and with a source of its own. */
export const confidentialIndicator = indicator(
  'meldingen',
  'Vertrouwelijke meldingen',
  'Confidential reports',
  { theme: 'jeugd.overlast' },
);

export function figure(
  indicatorKey: string,
  area: string,
  boundaryYear: number,
  period: string,
  value: number | null,
  rest: Partial<Observation> = {},
): Observation {
  const level = levelOfCode(area);
  if (!level) throw new Error(`${area} is no code`);
  return {
    indicator: indicatorKey,
    area,
    level,
    boundaryYear,
    period,
    value,
    lower: null,
    upper: null,
    sampleSize: null,
    status: value === null ? 'missing' : 'final',
    origin: 'published',
    source: 'tellingen',
    note: null,
    ...rest,
  };
}

const aggregated = { origin: 'aggregated', note: { parts: 3, partsKnown: 3 } } as const;
const derived = { origin: 'derived', note: { denominatorPeriod: '2024' } } as const;

export const publicFigures: readonly Observation[] = [
  figure('inwoners', 'BU90010000', 2021, '2021', 990),
  figure('inwoners', 'BU90010001', 2021, '2021', 500),
  figure('inwoners', 'BU90020001', 2021, '2021', 800),
  figure('inwoners', 'BU90010000', 2024, '2024', 1000),
  figure('inwoners', 'BU90010001', 2024, '2024', 500),
  figure('inwoners', 'BU90010100', 2024, '2024', 250),
  figure('inwoners', 'BU90020000', 2024, '2024', 1000),
  figure('inwoners', 'BU90020001', 2024, '2024', null, { status: 'suppressed' }),
  figure('inwoners', 'GM9001', 2024, '2024', 1750, aggregated),
  // The source's own figure for the municipality differs from the sum, and wins.
  figure('inwoners', 'GM9001', 2024, '2024', 1755),
  figure('inwoners', 'NL00', 2024, '2024', 17_900_000),
  figure('misdrijven', 'BU90010000', 2024, '2023', 30),
  figure('misdrijven', 'BU90010000', 2024, '2024', 40, { status: 'provisional' }),
  figure('misdrijven', 'BU90010001', 2024, '2024', 10),
  figure('misdrijven', 'BU90010100', 2024, '2024', 0),
  figure('misdrijven', 'BU90020000', 2024, '2024', 40),
  figure('misdrijven', 'BU90020001', 2024, '2024', null),
  figure('misdrijven', 'GM9001', 2024, '2023', 45, aggregated),
  figure('misdrijven', 'GM9001', 2024, '2024', 50, aggregated),
  figure('misdrijven', 'proefstreek', 2024, '2024', 90, aggregated),
  figure('misdrijven', 'NL00', 2024, '2024', 793_382),
  figure('misdrijven-per-1000', 'BU90010000', 2024, '2024', 40, derived),
  figure('misdrijven-per-1000', 'BU90010001', 2024, '2024', 20, derived),
  figure('tevredenheid', 'BU90010000', 2024, '2024', 7.4, { lower: 7.1, upper: 7.7, sampleSize: 84 }),
  figure('tevredenheid', 'BU90010001', 2024, '2024', null, { status: 'not-asked' }),
];

export const confidentialFigures: readonly Observation[] = [
  figure('meldingen', 'BU90010000', 2024, '2024', 13, { source: 'vertrouwelijk' }),
  figure('meldingen', 'BU90010001', 2024, '2024', 17, { source: 'vertrouwelijk' }),
];

/** A figure of a public indicator in a release for partners only. */
export const withheldFigure: Observation = figure('misdrijven', 'BU90010000', 2024, '2025', 99, {
  source: 'vertrouwelijk',
});

export function target(
  municipality: string,
  indicator: string,
  period: string,
  value: number,
  title: string,
  url: string | null = null,
): Target {
  return { municipality, indicator, period, value, source: { title, url } };
}

export const publicTargets: readonly Target[] = [
  target('GM9001', 'misdrijven-per-1000', '2022', 25, 'Proefplan', 'https://example.org/plan'),
  target('GM9001', 'misdrijven-per-1000', '2026', 20.5, 'Proefplan'),
  target('GM9002', 'tevredenheid', '2026', 7.5, 'Proefplan'),
];

/** A target for the confidential indicator. */
export const confidentialTarget = target('GM9001', 'meldingen', '2026', 13, 'Vertrouwelijk plan');

/** A target for a public indicator in the release that is for partners. */
export const withheldTarget = target('GM9002', 'misdrijven', '2030', 99, 'Plan van partners');
