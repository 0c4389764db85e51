import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../../../geodata/problem.ts';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { GeometryFault, readWkb } from '../../../../geodata/sources/formats/wkb.ts';
import { readObservations } from '../../../../geodata/sources/observations/observations.ts';
import { parseDataPackage } from '../../../../geodata/sources/package/package.ts';
import {
  boundaryResource,
  describePackage,
  observationResource,
  toBytes,
} from '../../../setup/descriptor.ts';
import { buildAttributes, buildShapes, rdWkt } from '../../../setup/shapefile.ts';

/** Bytes with some overwritten and the end cut off. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
  const changes = fc.array(change, { maxLength: 6 });
  return fc
    .tuple(changes, fc.boolean(), fc.nat({ max: bytes.length }))
    .map(([overwritten, isCut, length]) => {
      const copy = bytes.slice(0, isCut ? length : bytes.length);
      for (const [offset, byte] of overwritten) if (offset < copy.length) copy[offset] = byte;
      return copy;
    });
}

/** Whether reading ends in a result or in a problem for people: never in another error. */
async function endsWell(read: () => unknown): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    return (error instanceof InputError && !error.message.includes('\n')) || error instanceof GeometryFault;
  }
}

const ring = [
  [257000, 471000],
  [257000, 472000],
  [258000, 472000],
  [257000, 471000],
] as const;

test('a damaged shapefile is read or refused in one line', async () => {
  const resource = boundaryResource({ path: 'a.shp', format: 'shp', water: null });
  const shp = buildShapes([[ring, ring], [ring]]);
  const dbf = buildAttributes(
    ['buurtcode', 'buurtnaam'],
    [
      ['BU01530001', 'a'],
      ['BU01530002', 'b'],
    ],
  );
  const files = fc.record({
    shp: damaged(shp),
    dbf: damaged(dbf),
    prj: damaged(new TextEncoder().encode(rdWkt)),
  });
  const whole = { shp, dbf, prj: new TextEncoder().encode(rdWkt) };
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom('shp', 'dbf', 'prj'), async (broken, part) => {
      const parts = Object.entries({ ...whole, [part]: broken[part as keyof typeof broken] });
      const map = new Map(parts.map(([extension, bytes]) => [`a.${extension}`, bytes]));
      expect(await endsWell(() => readBoundaries(resource, map))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a damaged table, descriptor or GeoJSON is read or refused in one line', async () => {
  const table = new TextEncoder().encode('code,aantal\nBU01530001,"12"\nBU01530002,1.234\nBU01530003,x\n');
  const resource = observationResource([
    { name: 'code', type: 'string', wijkinformatie: { as: 'area' } },
    { name: 'aantal', type: 'number', wijkinformatie: { as: 'value', indicator: 'inwoners' } },
  ]);
  const boundaries = boundaryResource();
  const square = [
    [6.8, 52.2],
    [6.9, 52.2],
    [6.9, 52.3],
    [6.8, 52.2],
  ];
  const collection = toBytes({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { buurtcode: 'BU01530001', buurtnaam: 'a', water: 'NEE' },
        geometry: { type: 'Polygon', coordinates: [square] },
      },
    ],
  });
  const descriptor = toBytes(describePackage());
  await fc.assert(
    fc.asyncProperty(damaged(table), damaged(descriptor), damaged(collection), async (csv, json, geojson) => {
      expect(await endsWell(() => readObservations(resource, csv))).toBe(true);
      expect(await endsWell(() => parseDataPackage(json, 'datapackage.json'))).toBe(true);
      expect(await endsWell(() => readBoundaries(boundaries, new Map([[boundaries.path, geojson]])))).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});

test('damaged well-known binary is read or refused', async () => {
  const bytes = new Uint8Array(93);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, 6, true);
  view.setUint32(5, 1, true);
  view.setUint8(9, 1);
  view.setUint32(10, 3, true);
  view.setUint32(14, 1, true);
  view.setUint32(18, 4, true);
  expect(readWkb(bytes, 'metre').polygons).toHaveLength(1);
  await fc.assert(
    fc.asyncProperty(damaged(bytes), async (broken) => {
      expect(await endsWell(() => readWkb(broken, 'metre'))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
