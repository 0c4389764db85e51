import { expect, test } from 'vitest';
import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { describePackage, type Json, toBytes } from '../../../setup/descriptor.ts';
import { lineOf } from '../problem.ts';

type JsonObject = { [key: string]: Json };

const target = (changes: JsonObject = {}): JsonObject => ({
  municipality: 'GM0153',
  indicator: 'misdrijven-per-1000',
  period: '2026',
  value: 45.5,
  source: { title: 'Veiligheidsplan 2023-2026', url: 'https://example.org/plan' },
  ...changes,
});

function withTargets(targets: Json, changes: JsonObject = {}): JsonObject {
  const { wijkinformatie, ...rest } = describePackage();
  return { ...rest, wijkinformatie: { ...(wijkinformatie as JsonObject), targets }, ...changes };
}

const parse = (descriptor: Json) => parseDataPackage(toBytes(descriptor), 'datapackage.json');
const refuse = (...targets: JsonObject[]) => lineOf(() => parse(withTargets(targets)));

test('a package gives its targets, whose source needs no address', () => {
  const own = target({ municipality: 'GM0141', period: 2030, value: 0, source: { title: 'Besluit' } });
  expect(parse(withTargets([target(), own])).targets).toEqual([
    target(),
    { ...own, period: '2030', source: { title: 'Besluit', url: null } },
  ]);
  expect(parse(describePackage()).targets).toEqual([]);
});

test('one with targets needs no resources, one with neither is refused', async () => {
  const { resources: _, ...bare } = withTargets([target()]);
  for (const descriptor of [
    bare,
    { ...bare, resources: [] },
    { ...bare, resources: [{ name: 'leesmij' }] },
  ]) {
    const { targets, resources } = parse(descriptor);
    expect([targets.length, resources]).toEqual([1, []]);
  }
  expect(parse({ ...bare, resources: [{ name: 'leesmij' }] }).ignored).toEqual(['resource "leesmij"']);
  const { resources: __, ...nothing } = withTargets([]);
  expect(await lineOf(() => parse(nothing))).toContain('key "resources": the key is missing');
  expect(await lineOf(() => parse({ ...nothing, resources: [] }))).toContain(
    'key "resources": the list is empty',
  );
  expect(await lineOf(() => parse({ ...nothing, resources: [{ name: 'leesmij' }] }))).toContain(
    'none of them has the key "wijkinformatie"',
  );
});

test.each<[string, JsonObject, string]>([
  [
    'a municipality that is no code',
    { municipality: '153' },
    'target 1 (153 misdrijven-per-1000 2026), key "municipality": "153" is no code of a municipality; the prefix or leading zeros were lost: write "GM0153"',
  ],
  [
    'a municipality outside the region',
    { municipality: 'GM0154' },
    'key "municipality": GM0154 is no municipality of the region; write "GM0153" if that is what you meant.',
  ],
  ['no indicator', { indicator: '' }, 'key "indicator": "" is no text'],
  [
    'a period that is no year',
    { period: '2026-Q1' },
    'target 1 (GM0153 misdrijven-per-1000 2026-Q1), key "period": 2026-Q1 is no year; write the year',
  ],
  ['a period that is none', { period: 'later' }, 'key "period": "later" is no period'],
  ['no period', { period: null }, 'target 1 (GM0153 misdrijven-per-1000), key "period": the key is missing'],
  [
    'a value in quotes',
    { value: '45,5' },
    'key "value": "45,5" is no number; write one such as 45.5, without',
  ],
  ['no value', { value: null }, 'key "value": the key is missing'],
  ['no source', { source: null }, 'key "source": the key is missing'],
  [
    'a source without a title',
    { source: { url: 'https://example.org' } },
    'source, key "title": the key is missing',
  ],
  [
    'an address that would run',
    { source: { title: 'Plan', url: 'javascript:alert(1)' } },
    'source, key "url": "javascript:alert(1)" is no web address; write it with https://',
  ],
  ['a mistyped key', { valuee: 4 }, 'key "valuee": the key is unknown; write "value"'],
])('%s is refused', async (_, changes, expected) => {
  const line = await refuse(target(changes));
  expect(line).toMatch(/^datapackage\.json, target 1/);
  expect(line).toContain(expected);
});

test('a number that JSON cannot hold is refused too', async () => {
  const text = JSON.stringify(withTargets([target({ value: 123456789 })])).replace('123456789', '1e999');
  const read = () => parseDataPackage(new TextEncoder().encode(text), 'datapackage.json');
  expect(await lineOf(read)).toContain('key "value"');
});

test('the same municipality, indicator and year twice is refused, another year is not', async () => {
  const line = await refuse(target(), target({ period: '2030' }), target({ period: 2026, value: 44 }));
  expect(line).toBe(
    'datapackage.json, target 3 (GM0153 misdrijven-per-1000), key "period": target 1 (GM0153 misdrijven-per-1000 2026) is of the same municipality, indicator and year; remove one of the two.',
  );
});

test('what is no list of objects is refused', async () => {
  expect(await lineOf(() => parse(withTargets({})))).toContain('key "targets": it is no list');
  expect(await lineOf(() => parse(withTargets(['GM0153'])))).toContain('key "targets": item 1 is no object');
});
