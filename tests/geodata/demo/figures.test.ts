import { describe, expect, it } from 'vitest';
import { levelOfCode, municipalityOfCode } from '../../../geodata/area.ts';
import { generateDemonstration } from '../../../geodata/demo/demonstration.ts';
import { demonstrationQuestionnaire } from '../../../geodata/demo/round.ts';
import { listChildren, writeAddress } from '../../../geodata/dimension.ts';
import { kinds } from '../../../geodata/indicator.ts';
import { hasValue, type Observation, statuses } from '../../../geodata/observation.ts';
import { isPeriod } from '../../../geodata/period.ts';
import { findTheme, themes } from '../../../geodata/theme.ts';

const { package: description, boundaries, observations } = generateDemonstration(1);
const { indicators, dimensions, resources } = description;
const [offences] = dimensions;
if (!offences) throw new Error('the demonstration region has no dimension');
const groups = listChildren(offences, null).map(({ key }) => key);
const itemsOf = (group: string) =>
  listChildren(offences, group).map(({ key }) => writeAddress({ indicator: 'misdrijven', category: key }));
const items = groups.flatMap(itemsOf);
const figures = [...observations.values()].flat();
const years = Array.from({ length: 10 }, (_, index) => String(2016 + index));

describe('the description of the demonstration region', () => {
  it('says that it is made up, wherever a figure is shown', () => {
    expect(description.demonstration).toBe(true);
    for (const { source } of resources) {
      expect(source.title).toContain('verzonnen');
      expect(source.licence?.name).toBe('CC0-1.0');
    }
  });

  it('names a resource for every group of rows, and has rows for every resource', () => {
    const names = resources.map(({ name }) => name);
    expect([...boundaries.keys(), ...observations.keys()].sort()).toEqual([...names].sort());
    for (const rows of [...boundaries.values(), ...observations.values()])
      expect(rows.length).toBeGreaterThan(0);
    for (const resource of resources)
      if (resource.role === 'observations')
        for (const { level, boundaryYear, source } of observations.get(resource.name) ?? [])
          expect([level, boundaryYear, source]).toEqual([
            resource.level,
            resource.boundaryYear,
            resource.source.key,
          ]);
  });

  it('has indicators of every kind, in every field, whose references exist', () => {
    const keys = new Set(indicators.map(({ key }) => key));
    expect(keys.size).toBe(indicators.length);
    expect(new Set(indicators.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const { key, theme, aggregate, derive } of indicators) {
      expect(findTheme(theme), key).toBeDefined();
      if (typeof aggregate === 'object') expect(keys).toContain(aggregate.weightedBy);
      if (derive) expect([...keys]).toEqual(expect.arrayContaining([derive.numerator, derive.denominator]));
      expect(aggregate === 'derived', key).toBe(derive !== null);
    }
    const fields = new Set(indicators.map(({ theme }) => theme.split('.')[0]));
    expect(fields).toEqual(new Set(themes.filter(({ parent }) => parent === null).map(({ key }) => key)));
  });
});

describe('the figures of the round that the demonstration held', () => {
  const asked = new Set(demonstrationQuestionnaire.indicators.map(({ key }) => key));
  const own = figures.filter(({ indicator, period }) => asked.has(indicator) && period === '2025');

  it.each(['municipality', 'region'] as const)(
    'of a %s tell of no fewer than fifty by subtraction',
    (level) => {
      const wholes = own.filter((figure) => figure.level === level && figure.sampleSize !== null);
      expect(wholes.length).toBeGreaterThan(10);
      for (const { indicator, area, sampleSize } of wholes) {
        const rest = own
          .filter((one) => one.indicator === indicator && isOutermost(one, level, area))
          .reduce((left, one) => left - (one.sampleSize ?? 0), sampleSize ?? 0);
        if (rest !== 0) expect(rest, `${indicator} ${area}`).toBeGreaterThanOrEqual(50);
      }
    },
  );

  /** Whether it is a shown part of a whole that lies in no other shown part. */
  function isOutermost(one: Observation, level: 'municipality' | 'region', area: string): boolean {
    if (level === 'municipality') return one.level === 'district' && municipalityOfCode(one.area) === area;
    if (one.level !== 'district') return one.level === 'municipality';
    return !own.some(
      (above) =>
        above.indicator === one.indicator &&
        above.area === municipalityOfCode(one.area) &&
        above.sampleSize !== null,
    );
  }
});

describe('the figures of the demonstration region', () => {
  it('are about areas that exist in their boundary year, once a cell', () => {
    const places = new Set(
      [...boundaries].flatMap(([name, features]) => {
        const year = name.slice(-4);
        const codes = features.flatMap(({ code, district, municipality }) => [code, district, municipality]);
        return [...codes, 'NL00', 'twente'].map((code) => `${year} ${code}`);
      }),
    );
    const cells = new Set<string>();
    for (const { indicator, area, level, boundaryYear, period } of figures) {
      if (!places.has(`${boundaryYear} ${area}`)) expect.fail(`${area} is not there in ${boundaryYear}`);
      if (levelOfCode(area) !== level) expect.fail(`${area} is no ${level}`);
      if (!isPeriod(period)) expect.fail(`${period} is no period`);
      cells.add([indicator, area, boundaryYear, period].join(' '));
    }
    expect(cells.size).toBe(figures.length);
  });

  it('cover every indicator that is not derived, and nothing else', () => {
    const published = indicators.filter(({ derive }) => derive === null).map(({ key }) => key);
    expect(new Set(figures.map(({ indicator }) => indicator))).toEqual(new Set([...published, ...items]));
  });

  it('show every status, with a value just where the status has one', () => {
    // Too few people is not said by a source: it is found where a rate is made of what a source says.
    const said = statuses.filter((status) => status !== 'too-few');
    expect(new Set(figures.map(({ status }) => status))).toEqual(new Set(said));
    const people = figures.filter(
      ({ indicator, level }) => indicator === 'inwoners' && level === 'neighbourhood',
    );
    expect(people.some(({ value }) => value !== null && value > 0 && value < 100)).toBe(true);
    expect(figures.filter(({ value, status }) => (value !== null) !== hasValue(status))).toEqual([]);
  });

  it('keep within what their kind can be, and within their bounds', () => {
    const kindOf = new Map(indicators.map(({ key, kind }) => [key, kind]));
    for (const item of items) kindOf.set(item, 'count');
    const impossible = figures.filter(({ indicator, value, lower, upper }) => {
      if (value === null) return false;
      if (value < 0 || (kindOf.get(indicator) === 'share' && value > 100)) return true;
      if (kindOf.get(indicator) === 'count' && !Number.isInteger(value)) return true;
      return lower !== null && upper !== null && !(lower <= value && value <= upper);
    });
    expect(impossible).toEqual([]);
  });

  it('run over ten years and eighteen months, the newest provisional', () => {
    expect(periodsOf('misdrijven')).toEqual(years);
    expect(periodsOf('misdrijven-per-maand')).toHaveLength(18);
    expect(statusesOf('misdrijven', '2025')).toEqual(['provisional']);
    expect(statusesOf('misdrijven', '2024')).toEqual(['final']);
    expect(statusesOf('misdrijven-per-maand', '2025-06')).toEqual(['provisional']);
  });

  it('let the months of a year add up to the year', () => {
    const monthly = figures.filter(
      ({ indicator, period, area }) =>
        indicator === 'misdrijven-per-maand' && period.startsWith('2024') && area === 'BU01530000',
    );
    const sum = monthly.reduce((total, { value }) => total + (value ?? 0), 0);
    expect(sum).toBe(readValue('misdrijven', 'BU01530000'));
  });

  it('divide crimes into kinds in groups, which add up where all are known', () => {
    expect([groups.length, items.length]).toEqual([3, 6]);
    for (const period of ['2021', '2024', '2025']) {
      const whole = new Map(select('misdrijven', period).map(({ area, value }) => [area, value]));
      const known = new Map<string, number[]>();
      for (const item of items)
        for (const { area, value } of select(item, period))
          if (value !== null) known.set(area, [...(known.get(area) ?? []), value]);
      const full = [...known].filter(([, values]) => values.length === items.length);
      expect(full.length).toBeGreaterThan(20);
      for (const [area, values] of full) {
        const sum = values.reduce((total, value) => total + value, 0);
        if (whole.has(area)) expect(sum, `${area} ${period}`).toBe(whole.get(area));
      }
    }
  });

  it('withhold small kinds of crime, and never one alone, which the total would tell', () => {
    const withheld = new Map<string, number>();
    for (const item of items)
      for (const { area, level, value, status } of select(item, '2024')) {
        if (level !== 'neighbourhood') expect(value).not.toBeNull();
        else if (status === 'suppressed') withheld.set(area, (withheld.get(area) ?? 0) + 1);
        else if (value !== 0) expect(value).toBeGreaterThanOrEqual(5);
      }
    expect(withheld.size).toBeGreaterThan(20);
    expect(Math.min(...withheld.values())).toBeGreaterThan(1);
  });

  it('give municipalities the totals that withheld neighbourhoods leave unknown', () => {
    const own = select('woninginbraken', '2024').filter(({ area }) => area.slice(2, 6) === '0163');
    const total = own.find(({ level }) => level === 'municipality')?.value ?? 0;
    const shown = own.reduce(
      (sum, { level, value }) => sum + (level === 'neighbourhood' ? (value ?? 0) : 0),
      0,
    );
    expect(total).toBeGreaterThan(shown);
  });

  it('break a series where the boundaries change', () => {
    const boundaryYearIn = (period: string): number[] => [
      ...new Set(select('woninginbraken', period).map(({ boundaryYear }) => boundaryYear)),
    ];
    expect(boundaryYearIn('2022')).toEqual([2023]);
    expect(boundaryYearIn('2023')).toEqual([2025]);
  });

  it('break a series where the questionnaire changed in 2021, and say so', () => {
    const broken = indicators.filter(({ breaks }) => breaks.some(({ period }) => period === '2021'));
    expect(broken.map(({ key }) => key)).toEqual([
      'onveiligheidsgevoelens',
      'sociale-cohesie',
      'fysieke-voorzieningen',
    ]);
    const mean = (period: string): number => {
      const values = select('onveiligheidsgevoelens', period).flatMap(({ level, value }) =>
        level === 'municipality' ? (value ?? []) : [],
      );
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    expect(mean('2021') - mean('2019')).toBeLessThan(-2);
    expect(Math.abs(mean('2023') - mean('2021'))).toBeLessThan(1.5);
  });

  it('carry bounds and a sample size in surveys, narrower for a larger sample', () => {
    const asked = select('onveiligheidsgevoelens', '2023').filter(({ sampleSize }) => sampleSize !== null);
    expect(asked.length).toBeGreaterThan(60);
    const bySample = [...asked].sort((a, b) => (a.sampleSize ?? 0) - (b.sampleSize ?? 0));
    const width = (figure: Observation | undefined): number => (figure?.upper ?? 0) - (figure?.lower ?? 0);
    expect(width(bySample.at(-1))).toBeLessThan(width(bySample[0]) / 2);
  });

  it('withhold small counts and never show them', () => {
    const burglaries = figures.filter(
      ({ indicator, level }) => indicator === 'woninginbraken' && level === 'neighbourhood',
    );
    expect(burglaries.some(({ status }) => status === 'suppressed')).toBe(true);
    expect(burglaries.filter(({ value }) => value !== null && value > 0 && value < 5)).toEqual([]);
  });

  it('count about as many inhabitants in the one division as in the other', () => {
    const totals = (period: string): number =>
      select('inwoners', period).reduce(
        (sum, { value, level }) => sum + (level === 'neighbourhood' ? (value ?? 0) : 0),
        0,
      );
    expect(totals('2024') / totals('2023')).toBeGreaterThan(0.99);
    expect(totals('2024') / totals('2023')).toBeLessThan(1.02);
  });

  it('show more crime a head in the heart of Enschede than in the fields', () => {
    const rate = (code: string): number => readValue('misdrijven', code) / readValue('inwoners', code);
    const fields =
      (boundaries.get('buurten-2025') ?? []).find(({ name }) => name === 'Holterberg')?.code ?? '';
    expect(rate('BU01530000')).toBeGreaterThan(3 * rate(fields));
  });

  it('are the same for the same seed, and others for another', () => {
    expect(generateDemonstration(1).observations).toEqual(observations);
    expect(generateDemonstration(2).observations).not.toEqual(observations);
  });
});

function select(indicator: string, period: string): Observation[] {
  return figures.filter((figure) => figure.indicator === indicator && figure.period === period);
}

function periodsOf(indicator: string): string[] {
  return [
    ...new Set(figures.filter((figure) => figure.indicator === indicator).map(({ period }) => period)),
  ].sort();
}

function statusesOf(indicator: string, period: string): string[] {
  const local = select(indicator, period).filter(({ level }) => level === 'neighbourhood');
  return [...new Set(local.map(({ status }) => status))];
}

function readValue(indicator: string, area: string): number {
  const value = select(indicator, '2024').find((figure) => figure.area === area)?.value;
  if (value === undefined || value === null) throw new Error(`no ${indicator} of ${area}`);
  return value;
}
