import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import { describePackage, toBytes } from '../../../setup/descriptor.ts';
import { type Changes, change, type Remedy, tryRemedies } from './remedy.ts';

const own = 'wijkinformatie';
const first = `${own}.indicators.0`;
const second = `${own}.indicators.1`;
const share = `${own}.indicators.2`;
const rate = `${own}.indicators.4`;
const map = 'resources.0';
const table = 'resources.1';
const field = `${table}.schema.fields.1`;
const name = { nl: 'Naam', en: 'Name' };
const survey = { key: 'vm', name, rounds: [{ period: '2023' }] };
const dimension = {
  key: 'soort',
  name,
  total: 'alle',
  categories: [
    { key: 'a', name },
    { key: 'b', name, parent: 'a' },
  ],
};
const target = {
  municipality: 'GM0153',
  indicator: 'inwoners',
  period: '2026',
  value: 5,
  source: { title: 'Plan' },
};

/** A change that is refused, the remedy, and what is changed once it was followed. */
function at(kind: string, broken: Changes, remedy: string, mended: Changes): Remedy<Changes> {
  return { kind, broken, remedy, mended };
}
/** The same where one key is at fault. */
function key(
  path: string,
  wrong: Changes[number][1],
  remedy: string,
  right: Changes[number][1],
): Remedy<Changes> {
  return at(`${path} ${JSON.stringify(wrong)}`, [[path, wrong]], remedy, [[path, right]]);
}

tryRemedies<Changes>(
  [
    key(own, undefined, 'add it', (describePackage() as { [own]: never })[own]),
    key(own, 'x', 'write it as { … }', (describePackage() as { [own]: never })[own]),
    key(`${own}.regoin`, 'x', 'write "region" if that is what you meant', undefined),
    key('name', undefined, 'add it', 'sample'),
    key('name', 5, 'write a text between quotes', '5'),
    at(
      'name as nam',
      [
        ['name', undefined],
        ['nam', 'x'],
      ],
      'rename "nam" to it',
      [['name', 'x']],
    ),
    key(`${own}.region.key`, 'Mijn Regio', 'use small letters, digits and hyphens', 'mijn-regio'),
    key(`${own}.region.name`, { nl: 'X' }, 'give it as { "nl": …, "en": … }', { nl: 'X', en: 'X' }),
    key(`${own}.region.municipalities`, 'GM0153', 'write it as [ … ]', ['GM0153']),
    key(`${own}.region.municipalities`, [], 'add at least one', ['GM0153']),
    key(`${own}.region.municipalities`, [153], 'write it between quotes', ['GM0153']),
    key(`${own}.region.municipalities`, ['153'], 'write "GM0153" if that is meant', ['GM0153']),
    key(`${own}.region.municipalities`, ['gm0153'], 'write "GM0153" if that is meant', ['GM0153']),
    key(`${own}.region.municipalities`, ['Enschede'], 'write a code such as "GM0153"', ['GM0153']),
    key(`${own}.region.municipalities`, ['GM0153', 'GM0153'], 'remove one of the two', ['GM0153']),
    key(`${own}.indicators.1.key`, 'inwoners', 'remove or rename one of the two', 'misdrijven'),
    key(`${first}.kind`, 'counts', 'write "count" if that is what you meant', 'count'),
    key(`${first}.theme`, 'achtergrond.bevolkin', 'write "achtergrond.bevolking"', 'achtergrond.bevolking'),
    key(`${first}.decimals`, '0', 'write one such as 0, without quotes', 0),
    key(`${rate}.derive`, undefined, 'add it, or choose another "aggregate"', {
      numerator: 'misdrijven',
      denominator: 'inwoners',
      factor: 1000,
    }),
    key(`${rate}.derive.factor`, 0, 'write 1, 100 or 1000', 1000),
    key(
      `${rate}.derive.numerator`,
      'misdrijve',
      'write "misdrijven" if that is what you meant',
      'misdrijven',
    ),
    key(
      `${rate}.derive.numerator`,
      'misdrijven-per-1000',
      'derive one of them from figures instead',
      'misdrijven',
    ),
    key(`${first}.breaks`, [{ reason: name }], 'give the first period after the break', [
      { period: '2020', reason: name },
    ]),
    at(
      'breaks of categories of an indicator without any',
      [[`${first}.breaks`, [{ period: '2020', reason: name, categories: ['a'] }]]],
      'leave it out',
      [[`${first}.breaks`, [{ period: '2020', reason: name }]]],
    ),
    at(
      'a rule of a share',
      [[`${share}.disclosure`, { smallestCount: 5 }]],
      'set it on the count that this is made of',
      [[`${first}.disclosure`, { smallestCount: 5 }]],
    ),
    at(
      'a smallest count of an amount',
      [
        [`${first}.kind`, 'amount'],
        [`${first}.disclosure`, { smallestCount: 5 }],
      ],
      'leave it out, or make the "kind" a count',
      [[`${first}.disclosure`, { smallestCount: 5 }]],
    ),
    key(
      `${first}.disclosure`,
      { smallestDenominator: 100, denominator: 'inwoners', protection: 5 },
      'name the one that counts the people',
      null,
    ),
    at(
      'a denominator without its indicator',
      [[`${second}.disclosure`, { smallestDenominator: 100, protection: 5 }]],
      'name the indicator that counts the people, such as "inwoners"',
      [[`${second}.disclosure`, { smallestDenominator: 100, denominator: 'inwoners', protection: 5 }]],
    ),
    key(`${second}.disclosure`, { rounding: 2.5 }, 'counts stay whole', { rounding: 5 }),
    key(`${second}.disclosure`, { protection: 3 }, 'add "smallestCount"', {
      smallestCount: 5,
      protection: 3,
    }),
    key(`${second}.disclosure`, { smallestCount: 2 }, 'write 3 or more', { smallestCount: 3 }),
    key(
      `${second}.disclosure`,
      { dominance: { contributors: 1, share: 100, given: 'inwoners' }, protection: 5 },
      'write one such as 85',
      { dominance: { contributors: 1, share: 85, given: 'inwoners' }, protection: 5 },
    ),
    key(
      `${second}.disclosure`,
      { smallestDenominator: 100, denominator: 'inwoners' },
      'write how far apart the bounds of a suppressed figure must stay',
      { smallestDenominator: 100, denominator: 'inwoners', protection: 5 },
    ),
    key(`${second}.disclosure`, { smallestCount: 5, protection: 4 }, 'write 3 or less, or leave it out', {
      smallestCount: 5,
      protection: 3,
    }),
    key(`${second}.disclosure`, { rounding: '5' }, 'write one such as 5, without quotes', { rounding: 5 }),
    at(
      'a category of a group that is not there',
      [[`${own}.dimensions`, [{ ...dimension, categories: [{ key: 'a', name, parent: 'b' }] }]]],
      'write',
      [[`${own}.dimensions`, [{ ...dimension, categories: [{ key: 'a', name }] }]]],
    ),
    key(`${own}.dimensions`, [dimension, dimension], 'remove or rename one of the two', [dimension]),
    at(
      'a category that cannot be a link',
      [[`${own}.dimensions`, [{ ...dimension, categories: [{ key: 'A b', name }] }]]],
      'small letters, digits',
      [[`${own}.dimensions`, [{ ...dimension, categories: [{ key: 'a-b', name }] }]]],
    ),
    at(
      'a category twice',
      [
        [
          `${own}.dimensions`,
          [
            {
              ...dimension,
              categories: [
                { key: 'a', name },
                { key: 'a', name },
              ],
            },
          ],
        ],
      ],
      'remove or rename one of the two',
      [[`${own}.dimensions`, [{ ...dimension, categories: [{ key: 'a', name }] }]]],
    ),
    at(
      'the total as a category',
      [
        [
          `${own}.dimensions`,
          [
            {
              ...dimension,
              categories: [
                { key: 'alle', name },
                { key: 'a', name },
              ],
            },
          ],
        ],
      ],
      'leave it out: the total is the indicator itself',
      [[`${own}.dimensions`, [{ ...dimension, categories: [{ key: 'a', name }] }]]],
    ),
    at(
      'groups in a circle',
      [
        [
          `${own}.dimensions`,
          [
            {
              ...dimension,
              categories: [
                { key: 'a', name, parent: 'b' },
                { key: 'b', name, parent: 'a' },
              ],
            },
          ],
        ],
      ],
      'leave out the parent of one of them',
      [[`${own}.dimensions`, [dimension]]],
    ),
    key(`${own}.surveys`, [survey, survey], 'remove or rename one of the two', [survey]),
    key(`${own}.surveys`, [{ ...survey, rounds: [{}] }], 'say when people were asked', [survey]),
    key(
      `${own}.surveys`,
      [{ ...survey, rounds: [{ period: '2023' }, { period: '2023' }] }],
      'remove one, or name its municipality',
      [{ ...survey, rounds: [{ period: '2023' }, { period: '2023', municipality: 'GM0153' }] }],
    ),
    key(
      `${own}.surveys`,
      [{ ...survey, rounds: [{ period: '2023', followsFormat: 'ja' }] }],
      'write true or false, without quotes',
      [{ ...survey, rounds: [{ period: '2023', followsFormat: true }] }],
    ),
    key(`${own}.targets`, [{ ...target, value: '5' }], 'write one such as 45.5, without quotes', [target]),
    key(`${own}.targets`, [{ ...target, period: '2026-Q1' }], 'such as "2026"', [target]),
    key(`${own}.targets`, [target, target], 'remove one of the two', [target]),
    key(`${own}.targets`, [{ ...target, municipality: 'GM0154' }], 'write "GM0153"', [target]),
    key(
      `${own}.targets`,
      [{ ...target, source: { title: 'Plan', url: 'plan.pdf' } }],
      'write it with https://, or leave it out',
      [{ ...target, source: { title: 'Plan', url: 'https://www.example.nl/plan.pdf' } }],
    ),
    key('licenses', [{ title: 'x' }], 'name the licence, such as "CC-BY-4.0"', [{ name: 'CC-BY-4.0' }]),
    key('sources', undefined, 'add [{ "title": …, "path": … }]', [
      { title: 'CBS', path: 'https://www.cbs.nl' },
    ]),
    at(
      'no role at all',
      [
        [`${map}.${own}`, undefined],
        [`${table}.${own}`, undefined],
      ],
      'say what role each file has',
      [],
    ),
    key(`${table}.name`, 'buurten', 'rename one of the two', 'cijfers'),
    key(`${map}.path`, ['a.geojson'], 'give one file for each resource', 'a.geojson'),
    ...['../a.geojson', '/a.geojson', 'https://x.nl/a.geojson', 'a\\b.geojson', 'a//b.geojson'].map((path) =>
      key(
        `${map}.path`,
        path,
        'name a file inside the package, such as "data/figures.csv"',
        'data/figures.geojson',
      ),
    ),
    key(`${map}.${own}.level`, 'district', 'give those of the neighbourhoods', 'neighbourhood'),
    key(`${map}.${own}.boundaryYear`, '2024', 'write one such as 1995, without quotes', 2024),
    at('a GML', [[`${map}.path`, 'b.gml']], 'ogr2ogr -f GPKG converted.gpkg b.gml', [
      [`${map}.path`, 'converted.gpkg'],
      [`${map}.format`, 'gpkg'],
    ]),
    at(
      'a GML by its format',
      [
        [`${map}.path`, 'b.xml'],
        [`${map}.format`, 'gml'],
      ],
      'ogr2ogr -f GPKG converted.gpkg b.xml',
      [
        [`${map}.path`, 'converted.gpkg'],
        [`${map}.format`, 'gpkg'],
      ],
    ),
    at('a zip', [[`${map}.path`, 'b.zip']], 'unpack it, and name the .shp or .gpkg in it', [
      [`${map}.path`, 'b.shp'],
    ]),
    at('a mistyped format', [[`${map}.format`, 'geojsn']], 'write "geojson"', [[`${map}.format`, 'geojson']]),
    at('a table of another format', [[`${table}.path`, 'cijfers.txt']], 'use one of "csv"', [
      [`${table}.path`, 'cijfers.txt'],
      [`${table}.format`, 'csv'],
    ]),
    key(`${table}.dialect`, { delimiter: ';;' }, 'write "," or ";"', { delimiter: ';' }),
    key(`${table}.schema.missingValues`, '-', 'write it as [ … ]', ['-']),
    key(`${table}.schema.missingValues`, [9], 'write it between quotes', ['9']),
    key(`${table}.${own}.period`, '24', 'write "2024", "2024-Q1", "2024-03"', '2024'),
    key(`${table}.schema.fields.0.${own}`, undefined, 'give exactly one field "as": "area"', { as: 'area' }),
    key(`${field}.${own}`, undefined, 'give at least one field "as": "value"', {
      as: 'value',
      indicator: 'inwoners',
    }),
    key(`${field}.${own}.indicator`, 'inwoner', 'write "inwoners" if that is what you meant', 'inwoners'),
    key(`${field}.${own}.category`, 'a', 'leave it out', undefined),
    key(`${field}.name`, 'code', 'rename or remove one of the two', 'aantal'),
    key(`${field}.${own}.as`, 'lower', 'give', 'value'),
    key(`${field}.decimalChar`, ';', 'write "." if that is what you meant', '.'),
    at(
      'a period twice',
      [
        [`${table}.schema.fields.0`, { name: 'jaar', type: 'year', [own]: { as: 'period' } }],
        [`${table}.schema.fields.2`, { name: 'code', [own]: { as: 'area' } }],
      ],
      'remove one of the two',
      [
        [`${table}.schema.fields.0`, { name: 'jaar', type: 'year', [own]: { as: 'period' } }],
        [`${table}.schema.fields.2`, { name: 'code', [own]: { as: 'area' } }],
        [`${table}.${own}.period`, undefined],
      ],
    ),
  ],
  (changes) => parseDataPackage(toBytes(change(describePackage(), changes)), 'datapackage.json'),
);
