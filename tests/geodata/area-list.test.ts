import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AreaList, packAreas, parseAreaList, unpackAreas } from '../../geodata/area-list.ts';

const degrees = fc.double({ min: -180, max: 180, noNaN: true });

/** Lists whose areas border on any others of the list. */
const lists = fc
  .uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 20 })
  .chain((all) => {
    const codes = all.map((number) => `BU${number}`);
    const area = (code: string, index: number) =>
      fc.record({
        code: fc.constant(code),
        name: fc.stringMatching(/^[^\n\r]{1,20}$/),
        index: fc.constant(index * 3),
        neighbours: fc.subarray(codes),
        bbox: fc.tuple(degrees, degrees, degrees, degrees),
        centroid: fc.tuple(degrees, degrees),
      });
    return fc.record<AreaList>({
      boundaryYear: fc.constant(2024),
      level: fc.constant('neighbourhood'),
      rows: fc.tuple(...codes.map(area)),
    });
  });

test('a list of areas is the same after it was packed', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const { rows, ...rest } = unpackAreas(packAreas(list));
      expect(rest).toEqual({ boundaryYear: list.boundaryYear, level: list.level });
      const written = rows.map(({ code, name, index, neighbours, bbox, centroid }) => {
        return { code, name, index, neighbours, bbox, centroid };
      });
      expect(written).toEqual(list.rows);
    }),
  );
});

test('neighbours that are not in the list are left out of a packed one', () => {
  const [bbox, centroid] = [[6, 52, 6.1, 52.1] as const, [6.05, 52.05] as const];
  const rows = [{ code: 'BU1', name: 'Eerste', index: 0, neighbours: ['BU2', 'BU3'], bbox, centroid }];
  const list: AreaList = { boundaryYear: 2024, level: 'neighbourhood', rows };
  expect(unpackAreas(packAreas(list)).rows[0]?.neighbours).toEqual([]);
});

test('what is no list says so', () => {
  expect(() => parseAreaList(new TextEncoder().encode('<html>'))).toThrow(SyntaxError);
});
