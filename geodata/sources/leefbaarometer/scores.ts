import type { IndicatorDefinition } from '../live/composition.ts';

/** A score of the Leefbaarometer and the field that holds it. */
export interface LiveabilityScore {
  readonly field: string;
  readonly definition: IndicatorDefinition;
}

/** The overall score, and the five dimensions that it is made of: as a class, and as a deviation from the country. */
export const liveabilityScores: readonly LiveabilityScore[] = [
  score('kscore', 'leefbaarheid', 'leefomgeving.fysiek', 'klasse', [
    'Leefbaarheid (Leefbaarometer, klasse 1-9)',
    'Liveability (Leefbaarometer, class 1-9)',
  ]),
  deviation('afw', 'leefbaarheid-afwijking', 'leefomgeving.fysiek', 'Leefbaarheid', 'Liveability'),
  ...dimension('won', 'leefbaarheid-woningvoorraad', 'achtergrond.wonen', 'Woningvoorraad', 'Housing stock'),
  ...dimension(
    'fys',
    'leefbaarheid-fysieke-omgeving',
    'leefomgeving.fysiek',
    'Fysieke omgeving',
    'Physical environment',
  ),
  ...dimension('vrz', 'leefbaarheid-voorzieningen', 'leefomgeving.fysiek', 'Voorzieningen', 'Amenities'),
  ...dimension(
    'soc',
    'leefbaarheid-sociale-samenhang',
    'leefomgeving.sociaal',
    'Sociale samenhang',
    'Social cohesion',
  ),
  ...dimension(
    'onv',
    'leefbaarheid-overlast-onveiligheid',
    'leefomgeving.subjectief',
    'Overlast en onveiligheid',
    'Nuisance and insecurity',
  ),
];

function dimension(field: string, key: string, theme: string, nl: string, en: string): LiveabilityScore[] {
  return [
    deviation(field, key, theme, nl, en),
    score(`k${field}`, `${key}-klasse`, theme, 'klasse', [
      `${nl} (Leefbaarometer, klasse 1-9)`,
      `${en} (Leefbaarometer, class 1-9)`,
    ]),
  ];
}

function deviation(field: string, key: string, theme: string, nl: string, en: string): LiveabilityScore {
  return score(field, key, theme, 'afwijking', [
    `${nl} (Leefbaarometer, afwijking)`,
    `${en} (Leefbaarometer, deviation)`,
  ]);
}

function score(
  field: string,
  key: string,
  theme: string,
  unit: 'klasse' | 'afwijking',
  [nl, en]: readonly [string, string],
): LiveabilityScore {
  return {
    field,
    definition: {
      key,
      name: { nl, en },
      theme,
      unit,
      kind: 'score',
      decimals: unit === 'klasse' ? 0 : 3,
      polarity: 'higher-is-better',
      aggregate: 'none',
    },
  };
}
