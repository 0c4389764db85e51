import { expect, test } from 'vitest';
import { generateDemonstration } from '../../../geodata/demo/demonstration.ts';
import { explainImpossible } from '../../../geodata/target.ts';

const { package: demonstration, observations } = generateDemonstration(1);
const { targets, indicators, region } = demonstration;
const keys = [...new Set(targets.map(({ indicator }) => indicator))];

test('rates and shares have targets, for two years and about two thirds of the municipalities', () => {
  expect(keys).toEqual(['misdrijven-per-1000', 'woninginbraken-per-1000', 'onveiligheidsgevoelens']);
  for (const key of keys) {
    const own = targets.filter(({ indicator }) => indicator === key);
    const { kind = 'count' } = indicators.find((indicator) => indicator.key === key) ?? {};
    expect(['rate', 'share']).toContain(kind);
    expect(new Set(own.map(({ period }) => period))).toEqual(new Set(['2022', '2026']));
    const municipalities = new Set(own.map(({ municipality }) => municipality));
    expect(municipalities.size / region.municipalities.length).toBeCloseTo(2 / 3, 1);
    expect(own.length).toBe(2 * municipalities.size);
    for (const { value } of own) expect([value, explainImpossible(value, kind)]).toEqual([value, null]);
  }
});

test('two municipalities have none at all, and all that have are of the region', () => {
  const having = new Set(targets.map(({ municipality }) => municipality));
  expect(region.municipalities.filter((code) => !having.has(code))).toEqual(
    expect.arrayContaining(['GM0183', 'GM1774']),
  );
  expect(having.size).toBe(region.municipalities.length - 2);
  expect([...having].filter((code) => !region.municipalities.includes(code))).toEqual([]);
});

test('each names a plan that says that it is made up', () => {
  for (const { source } of targets) {
    expect(source.title).toMatch(/^Veiligheidsplan .+ \d{4}-\d{4} \(verzonnen\)$/);
    expect(source.url).toBeNull();
  }
});

test('some are reached, and some are not', () => {
  const figures = [...observations.values()]
    .flat()
    .filter(
      ({ indicator, period, level }) =>
        indicator === 'onveiligheidsgevoelens' && period === '2025' && level === 'municipality',
    );
  const reached = targets
    .filter(({ indicator, period }) => indicator === 'onveiligheidsgevoelens' && period === '2026')
    .map(({ municipality, value }) => {
      const figure = figures.find(({ area }) => area === municipality)?.value;
      return typeof figure === 'number' && figure <= value;
    });
  expect(new Set(reached)).toEqual(new Set([true, false]));
});

test('the same seed sets the same targets, another others', () => {
  expect(generateDemonstration(1).package.targets).toEqual(targets);
  expect(generateDemonstration(2).package.targets).not.toEqual(targets);
});
