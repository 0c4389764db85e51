import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe } from 'vitest';
import type { SourceRequest } from '../../../../geodata/sources/live/source.ts';
import { serveBoundaries } from '../../../setup/servers/boundaries.ts';
import { collect } from '../../../setup/servers/collecting.ts';
import { packGeoPackage, packZip } from '../../../setup/servers/map-files.ts';
import { type ODataRow, serveOData } from '../../../setup/servers/odata.ts';
import { serveScores } from '../../../setup/servers/scores.ts';
import { statisticsTables } from '../../../setup/servers/statistics.ts';
import { overlap } from '../formats/hostile-zip.ts';
import { type Remedy, tryRemedies } from './remedy.ts';

const directory = await mkdtemp(join(tmpdir(), 'wijkinformatie-remedies-'));
afterAll(() => rm(directory, { recursive: true, force: true }));
const makeCache = () => mkdtemp(join(directory, 'cache-'));

/** What is asked of a source. */
type Asked = Partial<SourceRequest> & Pick<SourceRequest, 'years'>;

function at<Input>(kind: string, broken: Input, remedy: string, mended: Input): Remedy<Input> {
  return { kind, broken, remedy, mended };
}

const municipality = (code: string) => ({
  key: 'x',
  name: { nl: 'x', en: 'x' },
  municipalities: [code],
});
const withoutBoundaries = { boundaryYears: [], areas: new Map() };

/** A question, and the rows by resource that its service holds otherwise. */
interface Question {
  readonly asked: Asked;
  readonly rows?: Record<string, ODataRow[]>;
}

describe.each([
  ['cbs', 'kerncijfers'],
  ['politie', 'misdrijven'],
  ['veiligheidsmonitor', 'veiligheidsmonitor'],
] as const)('%s %s', (source, dataset) => {
  const newAddress = 'or give another with "--base"';
  const sound: Question = { asked: { years: [source === 'cbs' ? 2021 : 2023] } };
  const lacking = (kind: string, resource: string, rows: ODataRow[], remedy = newAddress) =>
    at<Question>(kind, { ...sound, rows: { [resource]: rows } }, remedy, sound);
  const remedies: Record<typeof source, Remedy<Question>[]> = {
    cbs: [
      at('a year without a table', { asked: { years: [1999] } }, 'ask for years from 2016 to', sound),
      at(
        'areas of elsewhere',
        { asked: { years: [2021], region: municipality('GM0999') } },
        'check the region',
        sound,
      ),
    ],
    politie: [
      at('years that it has not', { asked: { years: [2012] } }, 'ask for years from 2022 to 2024', {
        asked: { years: [2022] },
      }),
      lacking('no periods', '47018NED/Perioden', []),
      lacking('no column of crimes', '47018NED/DataProperties', []),
      lacking('no total', '47018NED/SoortMisdrijf', []),
      lacking('no rows of a period', '47018NED/TypedDataSet', []),
      at(
        'no boundaries',
        { asked: { years: [2023], ...withoutBoundaries } },
        'import boundaries first',
        sound,
      ),
    ],
    veiligheidsmonitor: [
      at('a year without a round', { asked: { years: [2019] } }, 'ask for 2021 or 2023', sound),
      lacking('none of its columns', '85146NED/DataProperties', []),
      at(
        'a region of small municipalities',
        { asked: { years: [2023], region: municipality('GM0141') } },
        'ask for a region that has one',
        { asked: { years: [2023], region: municipality('GM0153') } },
      ),
    ],
  };
  tryRemedies(remedies[source], async ({ asked, rows = {} }) => {
    const server = await serveOData({ ...statisticsTables(), ...rows });
    try {
      return await collect(source, dataset, await makeCache(), { base: server.base, ...asked });
    } finally {
      await server.close();
    }
  });
});

describe('the Leefbaarometer', () => {
  tryRemedies<Asked>(
    [
      at('a year without scores', { years: [2003] }, 'ask for 2002, 2008, 2012 or an even year after that', {
        years: [2012],
      }),
    ],
    async (asked) => {
      const server = await serveScores();
      try {
        return await collect('leefbaarometer', 'leefbaarometer', await makeCache(), {
          base: server.base,
          ...asked,
        });
      } finally {
        await server.close();
      }
    },
  );
});

describe('boundaries', () => {
  const map = packGeoPackage(2022);
  const name = 'WijkBuurtkaart_2022_v3/wijkenbuurten_2022_v3.gpkg';
  const file = (path: string, bytes: Uint8Array): Asked => ({ years: [2022], file: { path, bytes } });
  const sound = file('kaart.gpkg', map);
  const [shapes, whole] = [packZip(2016), packZip(2022)];
  const published = 'give the map of districts and neighbourhoods as CBS or PDOK publishes it';
  tryRemedies<Asked>(
    [
      at('a year before a way', { years: [2016], from: 'gpkg' }, 'or take "--from zip"', {
        years: [2016],
        from: 'zip',
      }),
      at(
        'neighbourhoods of elsewhere',
        { ...sound, region: municipality('GM0999') },
        'check "--region" and "--year"',
        sound,
      ),
      at(
        'no file of a map',
        file('kaart.txt', new Uint8Array(20)),
        'give the file as it was downloaded',
        sound,
      ),
      at(
        'a log beside it in the zip',
        file('kaart.zip', zipSync({ [name]: map, [`${name}-wal`]: Uint8Array.of(1) })),
        'put it into the zip again alone',
        file('kaart.zip', zipSync({ [name]: map })),
      ),
      at(
        'a zip that breaks off',
        file('kaart.zip', whole.subarray(0, 900)),
        'download it again',
        file('kaart.zip', whole),
      ),
      at('a zip without a map', file('kaart.zip', zipSync({ 'Lees mij.pdf': Uint8Array.of(1) })), published, {
        years: [2016],
        file: { path: 'kaart.zip', bytes: shapes },
      }),
      at('a GeoPackage without neighbourhoods', file('kaart.gpkg', renameLayers(map)), published, sound),
      at(
        'files of a zip that lie in each other',
        file('kaart.zip', overlap(zipSync({ [name]: map, 'kaart.cpg': Uint8Array.of(1) }))),
        'unpack it and pack its files anew',
        file('kaart.zip', zipSync({ [name]: map, 'kaart.cpg': Uint8Array.of(1) })),
      ),
      at(
        'a map beyond what can be read',
        file('kaart.zip', claimSize(zipSync({ [name]: map }), 600_000_000)),
        'give a file with fewer layers or a smaller region',
        file('kaart.zip', zipSync({ [name]: map })),
      ),
    ],
    async (asked) => {
      const server = await serveBoundaries();
      server.files.set('WijkBuurtkaart_2016_v3.zip', shapes);
      try {
        return await collect('pdok', 'boundaries', await makeCache(), { base: server.base, ...asked });
      } finally {
        await server.close();
      }
    },
  );
});

/** The same bytes with layers of other names, just as long. */
function renameLayers(map: Uint8Array): Uint8Array {
  return Uint8Array.from(
    Buffer.from(Buffer.from(map).toString('latin1').replaceAll('buurten', 'gebiede'), 'latin1'),
  );
}

/** A zip whose directory says that its first file has so many bytes once it is unpacked. */
function claimSize(zip: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(zip);
  const entry = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUInt32LE(size, entry + 24);
  return copy;
}
