import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readRegister } from '../../../geodata/sources/register.ts';
import { translateNote } from '../../../viewer/text/file-phrases.ts';

const form = { districts: new Set(['WK015300', 'WK015301']), ageFrom: 18 };
const read = (text: string) => readRegister(new TextEncoder().encode(text), 'register.csv', form);

test('years of age are added up to bands, and who is too young is left out and told', async () => {
  const { counts, notes } = await read(
    'Wijk;Leeftijd;Geslacht;Aantal\nWK015300;17;m;4\nWK015300;18;m;5\nWK015300;24;M;6\nWK015300;80;vrouw;7\n',
  );
  expect(counts).toEqual([
    { district: 'WK015300', ageBand: '18-24', sex: 'man', count: 11 },
    { district: 'WK015300', ageBand: '75+', sex: 'woman', count: 7 },
  ]);
  expect(notes.join()).toContain('4 people younger than 18');
  expect(notes.map(translateNote)).toEqual([expect.stringContaining('4 mensen jonger dan 18 jaar')]);
});

test('bands are read as people write them, codes of districts without letters too', async () => {
  const { counts, notes } = await read(
    'wijkcode,leeftijdsklasse,geslacht,aantal\n15300,18 t/m 24 jaar,Mannen,10\n015301,75 jaar en ouder,v,20\n',
  );
  expect(counts).toEqual([
    { district: 'WK015300', ageBand: '18-24', sex: 'man', count: 10 },
    { district: 'WK015301', ageBand: '75+', sex: 'woman', count: 20 },
  ]);
  expect(notes.join()).toContain('2 codes');
  expect(notes.map(translateNote)).toEqual([expect.stringContaining('2 codes van wijken')]);
});

test('a workbook is read as well', async () => {
  const cells = [
    ['district', 'age', 'sex', 'count'],
    ['WK015300', '25-44', 'female', 123],
  ].map((row) => row.map((value) => ({ value })));
  const workbook = await (await writeExcelFile(cells as never)).toBuffer();
  const { counts } = await readRegister(new Uint8Array(workbook), 'register.xlsx', form);
  expect(counts).toEqual([{ district: 'WK015300', ageBand: '25-44', sex: 'woman', count: 123 }]);
});
