import type { Kind, Polarity } from '../../indicator.ts';
import type { IndicatorDefinition } from '../live/composition.ts';

/** An indicator of the kerncijfers and where it is found. */
export interface KeyFigure {
  readonly definition: IndicatorDefinition;
  /** Matches the name of a column, see `nameOf`: keys in OData v3, titles in v4. */
  readonly column: RegExp;
  /** For a share that CBS gives as a count: the column of which it is so many per cent. */
  readonly of?: RegExp;
}

export const inhabitants = define(
  'inwoners',
  ['Inwoners', 'Inhabitants'],
  'achtergrond.bevolking',
  'personen',
  'count',
  { aggregate: 'sum' },
);

const perInhabitant = { aggregate: { weightedBy: 'inwoners' } };
const perHousehold = { aggregate: { weightedBy: 'huishoudens' } };
const summed = { aggregate: 'sum' } as const;
const people = 'achtergrond.bevolking';
const housing = 'achtergrond.wonen';
const prosperity = 'achtergrond.welvaart';

/**
 * What of the kerncijfers explains safety and liveability. Columns are those of CBS's tables "Kerncijfers wijken en
 * buurten" from 2016 on; those whose name changed have each of their names.
 */
export const keyFigures: readonly KeyFigure[] = [
  { definition: inhabitants, column: /^aantalinwoners$/ },
  ageGroup('personen-0-14', '0 tot 15 jaar', '0 to 14', /^0tot15jaar$/),
  ageGroup('personen-15-24', '15 tot 25 jaar', '15 to 24', /^15tot25jaar$/),
  ageGroup('personen-25-44', '25 tot 45 jaar', '25 to 44', /^25tot45jaar$/),
  ageGroup('personen-45-64', '45 tot 65 jaar', '45 to 64', /^45tot65jaar$/),
  ageGroup('personen-65-plus', '65 jaar en ouder', '65 and over', /^65jaarofouder$/),
  {
    definition: define(
      'aandeel-65-plus',
      ['Aandeel 65 jaar en ouder', 'Share aged 65 and over'],
      people,
      '%',
      'share',
      perInhabitant,
    ),
    column: /^65jaarofouder$/,
    of: /^aantalinwoners$/,
  },
  {
    definition: define('huishoudens', ['Huishoudens', 'Households'], people, 'huishoudens', 'count', summed),
    column: /^huishoudenstotaal$/,
  },
  {
    definition: define(
      'aandeel-eenpersoonshuishoudens',
      ['Aandeel eenpersoonshuishoudens', 'Share of one-person households'],
      people,
      '%',
      'share',
      perHousehold,
    ),
    column: /^eenpersoonshuishoudens$/,
    of: /^huishoudenstotaal$/,
  },
  {
    definition: define(
      'huishoudensgrootte',
      ['Gemiddelde huishoudensgrootte', 'Average household size'],
      people,
      'personen',
      'score',
      { ...perHousehold, decimals: 1 },
    ),
    column: /^gemiddeldehuishoudensgrootte$/,
  },
  {
    definition: define(
      'bevolkingsdichtheid',
      ['Bevolkingsdichtheid', 'Population density'],
      people,
      'per km²',
      'rate',
    ),
    column: /^bevolkingsdichtheid$/,
  },
  {
    definition: define(
      'omgevingsadressendichtheid',
      ['Omgevingsadressendichtheid', 'Surrounding address density'],
      housing,
      'adressen per km²',
      'rate',
    ),
    column: /^omgevingsadressendichtheid$/,
  },
  {
    definition: define(
      'woz-waarde',
      ['Gemiddelde WOZ-waarde', 'Average property value'],
      housing,
      '× € 1.000',
      'amount',
    ),
    column: /^gemiddeldewozwaarde(van)?woning(en)?$/,
  },
  {
    definition: define(
      'koopwoningen',
      ['Aandeel koopwoningen', 'Share of owner-occupied homes'],
      housing,
      '%',
      'share',
    ),
    column: /^koopwoningen$/,
  },
  {
    definition: define(
      'corporatiewoningen',
      ['Aandeel woningen van corporaties', 'Share of homes owned by housing associations'],
      housing,
      '%',
      'share',
    ),
    column: /^inbezitwoningcorporatie$/,
  },
  {
    definition: define(
      'onbewoonde-woningen',
      ['Aandeel onbewoonde woningen', 'Share of uninhabited homes'],
      housing,
      '%',
      'share',
    ),
    column: /^(percentageonbewoond|onbewoond)$/,
  },
  {
    definition: define(
      'inkomen-per-inwoner',
      ['Gemiddeld inkomen per inwoner', 'Average income per inhabitant'],
      prosperity,
      '× € 1.000',
      'amount',
      { ...perInhabitant, decimals: 1, polarity: 'higher-is-better' },
    ),
    column: /^gemiddeldinkomenperinwoner$/,
  },
  {
    definition: define(
      'sociaal-minimum',
      [
        'Aandeel huishoudens onder of rond het sociaal minimum',
        'Share of households below or around the social minimum',
      ],
      prosperity,
      '%',
      'share',
      { ...perHousehold, decimals: 1, polarity: 'higher-is-worse' },
    ),
    column: /^(huishoudens|huish)onderofrondsociaalminimum$/,
  },
  {
    definition: define(
      'bijstandsuitkeringen',
      ['Personen met een bijstandsuitkering', 'Persons on social assistance'],
      prosperity,
      'personen',
      'count',
      { ...summed, polarity: 'higher-is-worse' },
    ),
    column: /^(personenpersoortuitkering)?bijstand$/,
  },
  {
    definition: define(
      'ww-uitkeringen',
      ['Personen met een WW-uitkering', 'Persons on unemployment benefit'],
      prosperity,
      'personen',
      'count',
      { ...summed, polarity: 'higher-is-worse' },
    ),
    column: /^(personenpersoortuitkering)?ww$/,
  },
];

function ageGroup(key: string, nl: string, en: string, column: RegExp): KeyFigure {
  const names = [
    nl.startsWith('65') ? 'Personen van 65 jaar en ouder' : `Personen van ${nl}`,
    `Persons aged ${en}`,
  ] as const;
  return { definition: define(key, names, people, 'personen', 'count', summed), column };
}

function define(
  key: string,
  [nl, en]: readonly [string, string],
  theme: string,
  unit: string,
  kind: Kind,
  more: Partial<Pick<IndicatorDefinition, 'aggregate' | 'decimals'>> & { readonly polarity?: Polarity } = {},
): IndicatorDefinition {
  return {
    key,
    name: { nl, en },
    theme,
    unit,
    kind,
    decimals: 0,
    polarity: 'neutral',
    aggregate: 'none',
    ...more,
  };
}
