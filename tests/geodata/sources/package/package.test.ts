import { describe, expect, test } from 'vitest';
import { filesOf, parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { describePackage, type Json, toBytes } from '../../../setup/descriptor.ts';
import { lineOf } from '../problem.ts';

type JsonObject = { [key: string]: Json };

/** The object at a path of keys and positions. */
function at(root: Json, ...path: (string | number)[]): JsonObject {
  let value: Json | undefined = root;
  for (const step of path) value = Array.isArray(value) ? value[Number(step)] : (value as JsonObject)[step];
  return value as JsonObject;
}

/** Puts a value at a path of keys and positions. */
function put(root: Json, path: (string | number)[], value: Json): void {
  at(root, ...path.slice(0, -1))[String(path.at(-1))] = value;
}

const parse = (descriptor: Json) => parseDataPackage(toBytes(descriptor), 'datapackage.json');

/** The line that a changed descriptor gives. */
function refuse(change: (descriptor: JsonObject) => void): Promise<string> {
  const descriptor = describePackage();
  change(descriptor);
  return lineOf(() => parse(descriptor));
}

const own = ['wijkinformatie'];
const boundaries = ['resources', 0];
const table = ['resources', 1];

describe('a sound package', () => {
  test('gives region, indicators and resources', () => {
    const { region, indicators, resources, demonstration, ignored } = parse(describePackage());
    expect(region).toEqual({
      key: 'sample',
      name: { nl: 'Voorbeeld', en: 'Sample' },
      municipalities: ['GM0153', 'GM0141'],
    });
    expect(indicators.map(({ key }) => key)).toEqual([
      'inwoners',
      'misdrijven',
      'aandeel',
      'score',
      'misdrijven-per-1000',
    ]);
    expect(resources.map(({ role, format, boundaryYear }) => [role, format, boundaryYear])).toEqual([
      ['boundaries', 'geojson', 2024],
      ['observations', 'csv', 2024],
    ]);
    expect(resources[0]?.source).toEqual({
      key: 'cbs-en-kadaster',
      title: 'CBS en Kadaster',
      url: 'https://www.cbs.nl',
      licence: {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0',
        url: 'https://creativecommons.org/licenses/by/4.0/',
      },
    });
    expect(demonstration).toBe(false);
    expect(ignored).toEqual([]);
  });

  test('may carry resources of another kind, which are left alone', () => {
    const descriptor = describePackage();
    (descriptor.resources as Json[]).push({ name: 'leesmij', path: 'leesmij.txt' });
    expect(parse(descriptor).ignored).toEqual(['resource "leesmij"']);
  });

  test('keeps sources apart that share a title but not an address', () => {
    const descriptor = describePackage();
    at(descriptor, ...table).sources = [{ title: 'CBS en Kadaster', path: 'https://elsewhere.example' }];
    expect(parse(descriptor).resources.map(({ source }) => source.key)).toEqual([
      'cbs-en-kadaster',
      'cbs-en-kadaster-2',
    ]);
  });

  test('gives an address only where it is one for the web', () => {
    const descriptor = describePackage();
    descriptor.sources = [{ title: 'CBS', path: 'javascript:alert(1)' }];
    expect(parse(descriptor).resources[0]?.source.url).toBeNull();
  });

  test('tells which files to read, and how large they may be', () => {
    const descriptor = describePackage();
    at(descriptor, ...boundaries).path = 'kaart/BUURTEN.SHP';
    const [first, second] = parse(descriptor).resources.map(filesOf);
    expect(first?.map(({ path, required }) => [path, required])).toEqual([
      ['kaart/BUURTEN.SHP', true],
      ['kaart/BUURTEN.DBF', false],
      ['kaart/BUURTEN.PRJ', false],
      ['kaart/BUURTEN.CPG', false],
    ]);
    expect(second).toEqual([{ path: 'cijfers.csv', required: true, limit: 128_000_000 }]);
  });

  test('writes every period in our own notation', () => {
    const descriptor = describePackage();
    at(descriptor, ...table, ...own).period = '2024KW02';
    expect(parse(descriptor).resources[1]).toMatchObject({ period: '2024-Q2' });
  });
});

describe('the smallest denominator', () => {
  const read = (change: (descriptor: JsonObject) => void) => {
    const descriptor = describePackage();
    change(descriptor);
    return parse(descriptor).indicators.map(({ smallestDenominator }) => smallestDenominator);
  };
  const rate = [...own, 'indicators', 4, 'smallestDenominator'];

  test('is a hundred for a rate of people, and what the package or the indicator says', () => {
    expect(read(() => undefined)).toEqual([null, null, null, null, 100]);
    expect(read((d) => put(d, [...own, 'smallestDenominator'], 50))).toEqual([null, null, 50, null, 50]);
    expect(read((d) => put(d, rate, 250))).toEqual([null, null, null, null, 250]);
  });

  test('is none where the indicator says so, whatever the package does', () => {
    for (const none of [0, null])
      expect(
        read((d) => {
          put(d, [...own, 'smallestDenominator'], 50);
          put(d, rate, none);
        }),
      ).toEqual([null, null, 50, null, null]);
  });
});

describe('a file that is no package', () => {
  const refuseText = (text: string) =>
    lineOf(() => parseDataPackage(new TextEncoder().encode(text), 'datapackage.json'));

  test.each([
    ['{"a": 1,\n "b": nope}', 'line 2, column 7: this is no JSON: "nope}"'],
    ['{"a": 1,\n}', 'line 2, column 1: this is no JSON: "}"'],
    ['{"a" 1}', 'line 1, column 6: this is no JSON: "1}"'],
    ['{"a": [1, 2}', 'line 1, column 12: this is no JSON: "}"'],
    ['{"a": 01}', 'line 1, column 7: this is no JSON: "01}"'],
    ['{"a": NaN}', 'line 1, column 7: this is no JSON: "NaN}"'],
    ['{} {}', 'line 1, column 4: this is no JSON: "{}"'],
    ['{"a": [1, 2', 'the JSON breaks off'],
    ['', 'the file is empty'],
    ['{"a": "b\n", "c": 1}', 'line 1, column 9: this is no JSON: "\\n\\", \\"c\\": 1}"'],
    ['{"a": "\\q"}', 'line 1, column 8: this is no JSON: "\\\\q\\"}"'],
    ['{"a": "b\\\\", "c": \'d\'}', 'line 1, column 19: this is no JSON: "\'d\'}"'],
    ['{"a": "b', 'the JSON breaks off'],
    ['[]', 'it holds no object'],
    ['{}', 'key "wijkinformatie": the key is missing'],
  ])('%j', async (text, expected) => {
    expect(await refuseText(text)).toContain(`${expected};`);
  });
});

describe('paths', () => {
  test.each([
    ['../buurten.geojson', 'leaves the package’s folder'],
    ['kaart/../../buurten.geojson', 'leaves the package’s folder'],
    ['/etc/passwd.csv', 'starts outside the package'],
    ['~/buurten.geojson', 'starts outside the package'],
    ['C:/buurten.geojson', 'starts outside the package'],
    ['..\\buurten.geojson', 'has a backslash'],
    ['https://example.org/buurten.geojson', 'is an address'],
    ['file:///buurten.geojson', 'is an address'],
    ['kaart//buurten.geojson', 'has an empty part'],
    ['kaart/buurten\u0000.geojson', 'control character'],
  ])('%s is refused', async (path, reason) => {
    const line = await refuse((descriptor) => {
      at(descriptor, ...boundaries).path = path;
    });
    expect(line).toMatch(/^datapackage\.json, resource "buurten", key "path": /);
    expect(line).toContain(reason);
  });

  test('a leading ./ is no harm', () => {
    const descriptor = describePackage();
    at(descriptor, ...boundaries).path = './kaart/buurten.geojson';
    expect(parse(descriptor).resources[0]?.path).toBe('kaart/buurten.geojson');
  });
});

describe('what is unknown or contradicts itself', () => {
  const indicator = (position: number) => [...own, 'indicators', position];
  const field = (position: number) => [...table, 'schema', 'fields', position];

  test.each<[string, (descriptor: JsonObject) => void, string]>([
    [
      'role',
      (d) => put(d, [...table, ...own, 'role'], 'observation'),
      'resource "cijfers", key "role": "observation" is unknown; write "observations"',
    ],
    [
      'level',
      (d) => put(d, [...table, ...own, 'level'], 'neighborhood'),
      'key "level": "neighborhood" is unknown; write "neighbourhood"',
    ],
    [
      'level of boundaries',
      (d) => put(d, [...boundaries, ...own, 'level'], 'district'),
      'boundaries of a district are not read',
    ],
    [
      'indicator of a field',
      (d) => put(d, [...field(1), ...own, 'indicator'], 'inwonners'),
      'field "aantal", key "indicator": the indicator "inwonners" is unknown; write "inwoners"',
    ],
    [
      'role of a field',
      (d) => put(d, [...field(1), ...own, 'as'], 'getal'),
      'field "aantal", key "as": "getal" is unknown',
    ],
    [
      'theme',
      (d) => put(d, [...indicator(0), 'theme'], 'achtergrond.bevolkin'),
      'indicator "inwoners", key "theme": the theme "achtergrond.bevolkin" is unknown; write "achtergrond.bevolking"',
    ],
    ['kind', (d) => put(d, [...indicator(0), 'kind'], 'number'), 'key "kind": "number" is unknown'],
    [
      'polarity',
      (d) => put(d, [...indicator(0), 'polarity'], 'higher-is-wors'),
      'key "polarity": "higher-is-wors" is unknown; write "higher-is-worse"',
    ],
    [
      'aggregate',
      (d) => put(d, [...indicator(0), 'aggregate'], 'mean'),
      'key "aggregate": "mean" is unknown',
    ],
    [
      'weight',
      (d) => put(d, [...indicator(2), 'aggregate'], { weightedBy: 'huishoudens' }),
      'indicator "aandeel", key "weightedBy": the indicator "huishoudens" is unknown',
    ],
    [
      'denominator',
      (d) => put(d, [...indicator(4), 'derive', 'denominator'], 'inwoner'),
      'key "denominator": the indicator "inwoner" is unknown; write "inwoners"',
    ],
    [
      'factor',
      (d) => put(d, [...indicator(4), 'derive', 'factor'], 0),
      'key "factor": 0 is no positive number',
    ],
    [
      'derived without a derivation',
      (d) => put(d, [...indicator(0), 'aggregate'], 'derived'),
      'indicator "inwoners", key "derive": the key is missing',
    ],
    [
      'smallest denominator',
      (d) => put(d, [...indicator(4), 'smallestDenominator'], '100'),
      'indicator "misdrijven-per-1000", key "smallestDenominator": "100" is no number of 0 or more; write how many',
    ],
    [
      'smallest denominator of the package',
      (d) => put(d, [...own, 'smallestDenominator'], -1),
      'key "smallestDenominator": -1 is no number of 0 or more',
    ],
    ['indicator twice', (d) => put(d, [...indicator(1), 'key'], 'inwoners'), '"inwoners" is defined twice'],
    [
      'key of an indicator',
      (d) => put(d, [...indicator(0), 'key'], 'In Woners'),
      '"In Woners" cannot be used in a link',
    ],
    ['decimals', (d) => put(d, [...indicator(0), 'decimals'], '0'), '"0" is no whole number from 0 to 6'],
    [
      'name in one language',
      (d) => put(d, [...indicator(0), 'name'], { nl: 'Inwoners' }),
      'key "name": {"nl":"Inwoners"} lacks a language',
    ],
    [
      'mistyped key',
      (d) => {
        const keys = at(d, ...boundaries, ...own);
        delete keys.nameField;
        keys.namefield = 'buurtnaam';
      },
      'key "namefield": the key is unknown; write "nameField"',
    ],
    [
      'missing key',
      (d) => void delete at(d, ...boundaries).path,
      'resource "buurten", key "path": the key is missing',
    ],
    [
      'format',
      (d) => put(d, [...boundaries, 'path'], 'buurten.zip'),
      'key "format": boundaries are read as GeoJSON, shapefile or GeoPackage, not as "zip"',
    ],
    [
      'boundary year',
      (d) => put(d, [...boundaries, ...own, 'boundaryYear'], '2024'),
      'key "boundaryYear": "2024" is no whole number from 1995 to 2100',
    ],
    [
      'two boundaries of a year',
      (d) => {
        (d.resources as Json[]).push({ ...at(d, ...boundaries), name: 'nog eens' });
      },
      'resource "nog eens", key "boundaryYear": "buurten" has the boundaries of 2024 too',
    ],
    ['two of one name', (d) => put(d, [...table, 'name'], 'buurten'), 'two resources are called "buurten"'],
    ['no source', (d) => void delete d.sources, 'key "sources": it says nowhere whose figures these are'],
    [
      'municipality',
      (d) => put(d, [...own, 'region', 'municipalities'], ['0153']),
      'region, key "municipalities": "0153" is no code of a municipality; the prefix or leading zeros were lost: write "GM0153"',
    ],
    [
      'municipality twice',
      (d) => put(d, [...own, 'region', 'municipalities'], ['GM0153', 'GM0153']),
      '"GM0153" stands there twice',
    ],
    [
      'no role at all',
      (d) => {
        delete at(d, ...table).wijkinformatie;
        delete at(d, ...boundaries).wijkinformatie;
      },
      'none of them has the key "wijkinformatie"',
    ],
    [
      'no period',
      (d) => void delete at(d, ...table, ...own).period,
      'key "period": nothing says which period "aantal" is about',
    ],
    ['period', (d) => put(d, [...table, ...own, 'period'], '2024-13'), '"2024-13" is no period'],
    [
      'no area',
      (d) => void delete at(d, ...field(0)).wijkinformatie,
      'key "schema": no fields hold the area',
    ],
    [
      'bound without value',
      (d) => {
        (at(d, ...table, 'schema').fields as Json[]).push({
          name: 'onder',
          wijkinformatie: { as: 'lower', indicator: 'aandeel' },
        });
      },
      'field "onder", key "as": there is no value that this "lower" belongs to',
    ],
    [
      'value twice',
      (d) => {
        (at(d, ...table, 'schema').fields as Json[]).push({ ...at(d, ...field(1)), name: 'nogmaals' });
      },
      'field "nogmaals", key "indicator": "aantal" has the same indicator, category, period and role',
    ],
  ])('%s', async (_what, change, expected) => {
    const line = await refuse(change);
    expect(line).toMatch(/^datapackage\.json, .*; .*\.$/);
    expect(line).not.toContain('\n');
    expect(line).toContain(expected);
  });

  test('a circle of derivations is named', async () => {
    const line = await refuse((descriptor) => {
      Object.assign(at(descriptor, ...indicator(0)), {
        aggregate: 'derived',
        derive: { numerator: 'misdrijven-per-1000', denominator: 'misdrijven', factor: 1 },
      });
    });
    expect(line).toContain('it goes in a circle: inwoners → misdrijven-per-1000 → inwoners');
  });
});
