import { expect, test } from 'vitest';
import { InputError } from '../../../geodata/problem.ts';
import { parseJson } from '../../../geodata/sources/formats/json.ts';
import { readSheetFile } from '../../../geodata/sources/table/sheet-file.ts';
import { translateNote, translateProblem } from '../../../viewer/text/file-phrases.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

async function problemOf(read: () => unknown): Promise<string | null> {
  try {
    await read();
  } catch (error) {
    if (error instanceof InputError) return translateProblem(error.problem);
    throw error;
  }
  throw new Error('it was not refused');
}

test('a refusal is one line of Dutch, with what stands between quotes as it is', () => {
  expect(
    translateProblem({
      file: 'vragenlijst.json',
      place: 'block "question", key "title"',
      message: 'the question "key" stands there twice',
      remedy: 'remove or rename one of the two',
    }),
  ).toBe(
    'vragenlijst.json, blok "question", sleutel "title": "key" (vraag) staat er twee keer. Hernoem of verwijder een van de twee.',
  );
  expect(translateProblem({ file: 'x', message: 'of another kind', remedy: 'add it' })).toBeNull();
});

test('an empty file says what to do', async () => {
  expect(await problemOf(() => readSheetFile(new Uint8Array(), 'leeg.csv'))).toBe(
    'leeg.csv: het bestand is leeg. Exporteer of kopieer het opnieuw, en kijk of er regels in staan.',
  );
});

test('signs of another set and damaged JSON are said in Dutch', async () => {
  const code = bytesOf('wijk;naam\nWK015300;Caf\x82-wijk\n', 'latin1');
  expect(await problemOf(() => readSheetFile(code, 'a.csv'))).toContain('in welke tekenset');
  expect(await problemOf(() => readSheetFile(new Uint8Array([0xff, 0xfe, 0, 0]), 'a.csv'))).toContain(
    'UTF-32',
  );
  expect(await problemOf(() => parseJson(bytesOf('{"a": [1,}'), 'a.json'))).toContain('dit is geen JSON');
});

test('how a file was read is said in Dutch', async () => {
  const text = 'wijk;naam\r\nWK015300;Café\nWK015301;Berg\n';
  const notes = [
    ...(await readSheetFile(bytesOf(text, 'latin1'), 'a.csv')).notes,
    ...(await readSheetFile(bytesOf(`${text}`, 'utf16le'), 'a.csv')).notes,
    ...(await readSheetFile(bytesOf(`\uFEFF${text}`, 'utf8'), 'a.csv')).notes,
    parseJson(bytesOf('{"a":"é"}', 'latin1'), 'a.json').note ?? '',
    parseJson(bytesOf('\uFEFF{"a":"é"}'), 'a.json').note ?? '',
  ];
  expect(notes.length).toBeGreaterThan(6);
  expect(notes.filter((note) => translateNote(note) === null)).toEqual([]);
});
