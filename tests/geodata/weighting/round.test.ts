import { describe, expect, test } from 'vitest';
import { type AskedDistrict, countPeople, drawSheets } from '../../../geodata/demo/sheets.ts';
import { checkAnswers } from '../../../geodata/questionnaire/answer.ts';
import { type AgeBand, ageBands, type Sheet } from '../../../geodata/questionnaire/round.ts';
import { questionnaireTemplate } from '../../../geodata/questionnaire/template/template.ts';
import { createRandom } from '../../../geodata/statistics/random.ts';
import { type EstimatedArea, estimateAreas } from '../../../geodata/weighting/area-estimates.ts';
import { type Cell, collapseCells } from '../../../geodata/weighting/collapse.ts';
import { compareRounds } from '../../../geodata/weighting/round-comparison.ts';
import { createValue } from '../../../geodata/weighting/value.ts';
import { usualWeighting, weightSheets } from '../../../geodata/weighting/weighting.ts';

const district = (code: string, people: number, trouble = 0): AskedDistrict => ({
  code,
  people,
  older: 0.24,
  trouble,
});
const enschede = [district('WK015300', 9000, 0.8), district('WK015301', 12_000, -0.4)];
const almelo = [district('WK014100', 5000), district('WK014101', 7000, 0.3), district('WK014102', 300)];
const register = countPeople([...enschede, ...almelo]);
const peopleOf = (code: string) =>
  register
    .filter((row) => row.district === code || row.district.startsWith(`WK${code.slice(2)}`))
    .reduce((sum, { count }) => sum + count, 0);
const strata = ['WK015300', 'WK015301', 'GM0141'].map((area) => ({
  area,
  population: peopleOf(area),
  invited: 1000,
  expectedResponse: 0.3,
}));
const random = createRandom(7);
const sheets = [
  ...drawSheets(
    questionnaireTemplate,
    { stratum: 'WK015300', districts: enschede.slice(0, 1), count: 300 },
    random,
  ),
  ...drawSheets(
    questionnaireTemplate,
    { stratum: 'WK015301', districts: enschede.slice(1), count: 200 },
    random,
  ),
  ...drawSheets(questionnaireTemplate, { stratum: 'GM0141', districts: almelo, count: 250 }, random),
];
const areas: EstimatedArea[] = [
  { code: 'twente', level: 'region', parent: 'NL00' },
  { code: 'GM0153', level: 'municipality', parent: 'twente' },
  { code: 'GM0141', level: 'municipality', parent: 'twente' },
  ...[...enschede, ...almelo].map(({ code }) => ({
    code,
    level: 'district' as const,
    parent: `GM${code.slice(2, 6)}`,
  })),
  { code: 'BU01530000', level: 'neighbourhood', parent: 'WK015300' },
];
const settings = { hiddenBelow: 50, indicativeBelow: 100 };
const weight = (
  given: readonly Sheet<Record<string, readonly string[]>>[] | typeof sheets,
  counts = register,
) => {
  const weighting = weightSheets({ sheets: given, strata, register: counts, settings: usualWeighting });
  if (!weighting) throw new Error('there are answers');
  return weighting;
};

describe('answers that are made up', () => {
  test('are such as could have been given', () => {
    for (const { answers } of sheets.slice(0, 100))
      for (const block of questionnaireTemplate.blocks) {
        const own = Object.fromEntries(
          Object.entries(answers).filter(([key]) =>
            block.questions.some((one) => key === one.key || key.startsWith(`${one.key}/`)),
          ),
        );
        const checked = checkAnswers(block, own, answers);
        expect(checked.faults.filter(({ kind }) => kind !== 'missing')).toEqual([]);
        expect(checked.answers).toEqual(own);
      }
  });
});

describe('weighting a round', () => {
  const { report, sample, sheets: weighted } = weight(sheets);

  test('rakes to districts, and to age and sex within municipalities', () => {
    expect(report).toMatchObject({
      method: 'raked',
      way: 'code',
      respondents: 750,
      invited: 3000,
      leftOut: 0,
      keptApart: 0,
      hasConverged: true,
    });
    for (const { code } of enschede) {
      const sum = weighted.reduce(
        (total, sheet, index) => total + (sheet.district === code ? (sample.weights[index] ?? 0) : 0),
        0,
      );
      expect(sum / peopleOf(code)).toBeCloseTo(1, 8);
    }
    const women = weighted.reduce(
      (total, sheet, index) =>
        total +
        (sheet.sex === 'woman' && sheet.district.startsWith('WK0153') ? (sample.weights[index] ?? 0) : 0),
      0,
    );
    const known = register
      .filter((row) => row.sex === 'woman' && row.district.startsWith('WK0153'))
      .reduce((sum, { count }) => sum + count, 0);
    expect(women / known).toBeCloseTo(1, 8);
    expect(report.effectiveCount).toBeLessThan(750);
    expect(report.designEffect).toBeCloseTo(750 / report.effectiveCount, 10);
  });

  test('says what it put together', () => {
    expect(report.collapsedDistricts).toEqual([expect.arrayContaining(['WK014102'])]);
    for (const { municipality, parts } of report.collapsedCells) {
      expect(municipality).toMatch(/^GM/);
      expect(parts.length).toBeGreaterThan(1);
    }
  });

  test('post-stratifies where every cell holds enough, and weights by the design where there is no register', () => {
    const cells = register
      .filter(({ district: code }) => code === 'WK015300')
      .map((row) => ({ ...row, ageBand: (row.ageBand < '45' ? '25-44' : '65-74') as AgeBand }));
    const coarse = sheets
      .filter(({ stratum }) => stratum === 'WK015300')
      .map((sheet) => ({ ...sheet, ageBand: ((sheet.ageBand ?? '') < '45' ? '25-44' : '65-74') as AgeBand }));
    expect(weight(coarse, cells).report).toMatchObject({
      method: 'poststratified',
      distance: expect.closeTo(0, 9),
    });
    const plain = weight(sheets, []).report;
    expect(plain.method).toBe('design');
    expect(plain.highestWeight).toBeCloseTo(
      Math.max(...strata.map(({ population }, index) => population / ([300, 200, 250][index] ?? 1))),
      6,
    );
  });

  test('keeps the open link apart, and counts what it leaves out', () => {
    const [first] = sheets;
    if (!first) throw new Error('there is one');
    const more = [
      { ...first, way: 'open' as const, stratum: null },
      { ...first, stratum: 'GM9999' },
    ];
    expect(weight([...sheets, ...more]).report).toMatchObject({ respondents: 750, keptApart: 1, leftOut: 1 });
  });

  test('weights whoever leaves out age or sex by his district', () => {
    const some = sheets.map((sheet, index) => (index % 20 ? sheet : { ...sheet, ageBand: null, sex: null }));
    const { report: told, sample: own, sheets: counted } = weight(some);
    expect(told).toMatchObject({ withoutAgeOrSex: 38, hasConverged: true });
    const sum = counted.reduce(
      (total, sheet, index) => total + (sheet.district.startsWith('WK0141') ? (own.weights[index] ?? 0) : 0),
      0,
    );
    expect(sum / peopleOf('GM0141')).toBeCloseTo(1, 7);
  });

  test('has nothing to weight without answers', () => {
    expect(weightSheets({ sheets: [], strata, register, settings: usualWeighting })).toBeNull();
  });

  test('brings the estimate nearer to the people than the plain mean', () => {
    // Readiness to answer grows with age: the share of older people is known.
    const isOld = Float64Array.from(weighted, ({ ageBand }) => (ageBand === '65-74' ? 1 : 0));
    const truth =
      register.filter(({ ageBand }) => ageBand === '65-74').reduce((sum, { count }) => sum + count, 0) /
      register.reduce((sum, { count }) => sum + count, 0);
    const plain = isOld.reduce((sum, value) => sum + value, 0) / isOld.length;
    const weightedShare =
      isOld.reduce((sum, value, index) => sum + value * (sample.weights[index] ?? 0), 0) /
      sample.weights.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(weightedShare - truth)).toBeLessThan(0.01);
    expect(Math.abs(plain - truth)).toBeGreaterThan(0.02);
  });
});

describe('cells that are too small', () => {
  const cell = (ageBand: AgeBand, sex: 'man' | 'woman', respondents: number, people = 100): Cell => ({
    parts: [{ ageBand, sex }],
    respondents,
    people,
  });

  test('join their neighbours of the same sex, and at last the other sex', () => {
    const cells = ageBands.map((band, index) => cell(band, 'man', [2, 3, 20, 30, 30, 30][index] ?? 0));
    const joined = collapseCells(cells, 10);
    expect(joined.map(({ parts }) => parts.map(({ ageBand }) => ageBand))).toEqual([
      ['15-17', '18-24', '25-44'],
      ['45-64'],
      ['65-74'],
      ['75+'],
    ]);
    const both = collapseCells([cell('15-17', 'man', 3), cell('15-17', 'woman', 30)], 10);
    expect(both).toEqual([
      {
        parts: [
          { ageBand: '15-17', sex: 'man' },
          { ageBand: '15-17', sex: 'woman' },
        ],
        respondents: 33,
        people: 200,
      },
    ]);
  });

  test('keep everybody, and leave out where nobody is', () => {
    const joined = collapseCells(
      [cell('15-17', 'man', 0, 0), cell('18-24', 'man', 5, 0), cell('25-44', 'man', 40)],
      10,
    );
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({ respondents: 45, people: 100 });
  });
});

describe('estimates', () => {
  const estimate = (given = sheets) =>
    estimateAreas({
      questionnaire: questionnaireTemplate,
      weighting: weight(given),
      strata,
      areas,
      settings,
    });
  const estimates = estimate();
  const find = (indicator: string, area: string) =>
    estimates.find((one) => one.indicator === indicator && one.area === area);

  test('are of areas that the sample covers, and hidden below fifty', () => {
    expect(find('enquete-onveilig', 'twente')).toMatchObject({
      status: 'final',
      estimate: { count: expect.any(Number) },
    });
    expect(find('enquete-onveilig', 'WK015300')?.estimate?.value).toBeGreaterThan(
      find('enquete-onveilig', 'WK015301')?.estimate?.value ?? 100,
    );
    expect(find('enquete-onveilig', 'WK014102')).toMatchObject({ status: 'hidden', estimate: null });
    expect(find('enquete-onveilig', 'BU01530000')).toBeUndefined();
    const counts = estimates.flatMap(({ status, estimate: own }) =>
      own ? [[status, own.count] as const] : [],
    );
    for (const [status, count] of counts) expect(status).toBe(count < 100 ? 'indicative' : 'final');
    expect(Math.min(...counts.map(([, count]) => count))).toBeGreaterThanOrEqual(50);
    expect(find('enquete-onveilig', 'WK014100')?.status).toBe('protecting');
  });

  /** Of so many answers in each of the two districts of a municipality that was drawn as a whole. */
  const estimateTwo = (first: number, second: number) => {
    const counts = countPeople(enschede);
    const part = [{ area: 'GM0153', population: peopleOf('GM0153'), invited: 900, expectedResponse: 0.3 }];
    const given = enschede.flatMap((one, index) =>
      drawSheets(
        questionnaireTemplate,
        { stratum: 'GM0153', districts: [one], count: [first, second][index] ?? 0 },
        createRandom(30 + index),
      ),
    );
    const weighting = weightSheets({
      sheets: given,
      strata: part,
      register: counts,
      settings: usualWeighting,
    });
    if (!weighting) throw new Error('there are answers');
    const own = areas.filter(({ code }) => code.startsWith('GM0153') || code.startsWith('WK0153'));
    return estimateAreas({
      questionnaire: questionnaireTemplate,
      weighting,
      strata: part,
      areas: own,
      settings,
    });
  };

  test('are hidden as well where a hidden one could be computed from them', () => {
    const given = estimateTwo(71, 28);
    const told = ['GM0153', 'WK015300', 'WK015301'].map((area) =>
      given.find((one) => one.area === area && one.indicator === 'enquete-onveilig'),
    );
    expect(told.map((one) => one?.status)).toEqual(['indicative', 'protecting', 'hidden']);
    expect(told[1]?.estimate).toBeNull();
  });

  test('are not held against one that was hidden to protect another, in either round', () => {
    const [all, some] = [estimateTwo(120, 110), estimateTwo(120, 28)];
    const about = (before: typeof all, after: typeof all) =>
      compareRounds(before, after, () => true).find(
        (one) => one.indicator === 'enquete-onveilig' && one.area === 'WK015300',
      );
    expect(about(all, all)?.status).toBe('compared');
    for (const compared of [about(all, some), about(some, all)])
      expect(compared).toMatchObject({ status: 'absent', difference: null, p: null });
  });

  test("of a municipality's own part are given there alone", () => {
    const own = estimates.filter(({ indicator }) => indicator === 'enquete-vuurwerk').map(({ area }) => area);
    expect(own).toEqual(['GM0153', 'WK015300', 'WK015301']);
  });

  test('are not given of what was not drawn', () => {
    const part = strata.slice(0, 1);
    const weighting = weightSheets({ sheets, strata: part, register, settings: usualWeighting });
    if (!weighting) throw new Error('there are answers');
    const given = estimateAreas({
      questionnaire: questionnaireTemplate,
      weighting,
      strata: part,
      areas,
      settings,
    });
    const status = (area: string) =>
      given.find((one) => one.area === area && one.indicator === 'enquete-onveilig')?.status;
    expect(['twente', 'GM0153', 'GM0141', 'WK015300', 'WK015301', 'WK014100'].map(status)).toEqual([
      'not-asked',
      'not-asked',
      'not-asked',
      'final',
      'not-asked',
      'not-asked',
    ]);
  });

  test('are of a neighbourhood where that was a stratum itself', () => {
    const part = [{ area: 'BU01530000', population: 4000, invited: 900, expectedResponse: 0.3 }];
    const own = sheets
      .filter(({ stratum }) => stratum === 'WK015300')
      .map((sheet) => ({ ...sheet, stratum: 'BU01530000' }));
    const weighting = weightSheets({ sheets: own, strata: part, register, settings: usualWeighting });
    if (!weighting) throw new Error('there are answers');
    const given = estimateAreas({
      questionnaire: questionnaireTemplate,
      weighting,
      strata: part,
      areas,
      settings,
    });
    const about = (area: string) =>
      given.find((one) => one.area === area && one.indicator === 'enquete-onveilig');
    expect(about('BU01530000')).toMatchObject({ level: 'neighbourhood', status: 'final' });
    // It is the only one of its district that these areas have, but not of its municipality.
    expect(about('WK015300')?.status).toBe('final');
    expect(about('GM0153')?.status).toBe('not-asked');
  });

  test('are held against those of the round before', () => {
    const again = createRandom(8);
    const later = [
      ...drawSheets(
        questionnaireTemplate,
        { stratum: 'WK015300', districts: [district('WK015300', 9000, 1.8)], count: 300 },
        again,
      ),
      ...sheets.filter(({ stratum }) => stratum !== 'WK015300'),
    ];
    const differences = compareRounds(
      estimates,
      estimate(later),
      (indicator) => indicator !== 'enquete-vuurwerk',
    );
    const about = (indicator: string, area: string) =>
      differences.find((one) => one.indicator === indicator && one.area === area);
    expect(about('enquete-onveilig', 'WK015300')?.difference?.value).toBeGreaterThan(5);
    expect(about('enquete-onveilig', 'WK015300')?.p).toBeLessThan(0.05);
    expect(Math.abs(about('enquete-onveilig', 'WK015301')?.difference?.value ?? 9)).toBeLessThan(0.5);
    expect(about('enquete-onveilig', 'WK014102')?.status).toBe('absent');
    expect(about('enquete-vuurwerk', 'GM0153')?.status).toBe('incomparable');
  });
});

describe('what an indicator makes of answers', () => {
  const measure = (key: string) => {
    const indicator = questionnaireTemplate.indicators.find((one) => one.key === key);
    if (!indicator) throw new Error(key);
    return createValue(questionnaireTemplate, indicator);
  };

  test.each<[string, Record<string, string[]>, number]>([
    ['enquete-onveilig', { onveilig: ['soms'] }, 1],
    ['enquete-onveilig', { onveilig: ['nooit'] }, 0],
    ['enquete-onveilig', { onveilig: ['weet-niet'] }, Number.NaN],
    ['enquete-onveilig', {}, Number.NaN],
    ['enquete-slachtoffer', { misdrijf: ['geen'] }, 0],
    ['enquete-slachtoffer', { misdrijf: ['fiets', 'auto'] }, 1],
    ['enquete-cijfer-buurt', { 'cijfer-buurt': ['8'] }, 8],
    ['enquete-cijfer-buurt', { 'cijfer-buurt': ['none'] }, Number.NaN],
    [
      'enquete-samenleven',
      { 'samenleven/kennen': ['5'], 'samenleven/omgang': ['4'], 'samenleven/helpen': ['3'] },
      7.5,
    ],
    [
      'enquete-samenleven',
      { 'samenleven/kennen': ['5'], 'samenleven/omgang': ['weet-niet'], 'samenleven/helpen': ['3'] },
      Number.NaN,
    ],
    ['enquete-mijden', { 'mijden/omlopen': ['vaak'], 'mijden/deur': ['nooit'] }, 5],
  ])('%s of %j', (key, answers, value) => {
    const made = measure(key)(answers);
    if (Number.isNaN(value)) expect(made).toBeNaN();
    else expect(made).toBeCloseTo(value, 12);
  });
});
