import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../geodata/sources/formats/workbook.ts';
import { readZip, ZipFault } from '../../../../geodata/sources/formats/zip.ts';
import { buildWorkbook, text } from '../../../setup/workbook.ts';
import { claim, overlap } from './hostile-zip.ts';

const limits = { entries: 10, bytes: 50_000_000 };
const read = (bytes: Uint8Array, own = limits) => readZip(bytes, 'x.zip', () => true, own);
const files = { 'a.txt': strToU8('aaaa'.repeat(1000)), 'map/é.txt': strToU8('b') };

test('gives what was packed and what was stored, and only what is wanted', () => {
  for (const level of [0, 9] as const)
    expect(Object.fromEntries(read(zipSync(files, { level })))).toEqual(files);
  expect([...readZip(zipSync(files), 'x.zip', (name) => name === 'a.txt', limits).keys()]).toEqual(['a.txt']);
});

test('what stands behind its end does no harm', () => {
  const zip = zipSync(files);
  const commented = new Uint8Array([...zip, ...strToU8('a comment')]);
  new DataView(commented.buffer).setUint16(zip.length - 2, 9, true);
  expect(read(commented).size).toBe(2);
});

test.each([
  ['cut off', (zip: Uint8Array) => zip.subarray(0, zip.length - 30)],
  ['cut in its beginning', (zip: Uint8Array) => zip.subarray(20)],
  ['larger than it says', (zip: Uint8Array) => claim(zip, 3999)],
  ['smaller than it says', (zip: Uint8Array) => claim(zip, 4001)],
  ['nothing', () => new Uint8Array()],
])('%s is damaged', (_, damage) => {
  expect(() => read(damage(zipSync(files)))).toThrow(ZipFault);
});

test('files that lie in each other are refused', () => {
  expect(() => read(overlap(zipSync(files)))).toThrow('the files "a.txt" and "map/é.txt" lie in each other');
});

test('more files, more bytes or more growth than fits is refused before anything is unpacked', () => {
  expect(() => read(zipSync(files), { ...limits, entries: 1 })).toThrow('it holds 2 files');
  expect(() => read(zipSync(files), { ...limits, bytes: 4000 })).toThrow(
    'its files take 4001 bytes unpacked',
  );
  const bomb = zipSync({ 'a.txt': new Uint8Array(11_000_000) });
  expect(bomb.length).toBeLessThan(20_000);
  expect(() => read(bomb)).toThrow(/"a.txt" takes \d+ times as much unpacked/);
});

test('a workbook of a few signs becomes no more than it says', async () => {
  const cell = (place: string) => `<row r="1">${text(place, 'a')}</row>`;
  const merge = (range: string) => ({
    behind: `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`,
  });
  await expect(readWorkbook(buildWorkbook(cell('A1'), merge('A1:ZZZZZZ2')), 'x.xlsx')).rejects.toThrow(
    'x.xlsx, sheet "Blad1": it merges more cells than a worksheet has, or than can be read at once; take the merged cells apart, or save the sheet as CSV.',
  );
  const { sheets } = await readWorkbook(buildWorkbook(cell('A1'), merge('A1:D1048576')), 'x.xlsx');
  expect(sheets[0]?.rows).toEqual([['a', 'a', 'a', 'a']]);
  for (const place of ['ZZZZZ1', 'XFD1048576'])
    await expect(readWorkbook(buildWorkbook(cell(place).replace('r="1"', '')), 'x.xlsx')).rejects.toThrow(
      'it cannot be read as a workbook',
    );
});
