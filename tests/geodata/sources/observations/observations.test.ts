import { describe, expect, test } from 'vitest';
import { readObservations } from '../../../../geodata/sources/observations/observations.ts';
import { type Json, observationResource } from '../../../setup/descriptor.ts';
import { lineOf } from '../problem.ts';

const area: Json = { name: 'code', type: 'string', wijkinformatie: { as: 'area' } };
const period: Json = { name: 'jaar', type: 'year', wijkinformatie: { as: 'period' } };

function field(name: string, as: string, indicator: string, other: { [key: string]: Json } = {}): Json {
  const { period: own, ...rest } = other;
  return {
    name,
    type: 'number',
    ...rest,
    wijkinformatie: { as, indicator, ...(own ? { period: own } : {}) },
  };
}

const count = field('aantal', 'value', 'inwoners');
const share = field('deel', 'value', 'aandeel');

const encode = (text: string) => new TextEncoder().encode(text);

/** Latin-1 bytes of a text. */
const encodeLatin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const plain = observationResource([area, count]);

async function read(text: string | Uint8Array, resource = plain) {
  return readObservations(resource, typeof text === 'string' ? encode(text) : text);
}

const valuesOf = async (text: string, resource = plain) =>
  (await read(text, resource)).observations.map(({ value }) => value);
const figuresOf = async (text: string, resource = plain) =>
  (await read(text, resource)).observations.map(({ value, status }) => [value, status]);
const notesOf = async (text: string | Uint8Array, resource = plain) =>
  (await read(text, resource)).notes.map(({ place, message }) => `${place}: ${message}`);
const refuse = (text: string, resource = plain) => lineOf(() => read(text, resource));

describe('a plain table', () => {
  test('gives an observation a row and value', async () => {
    const { observations, notes, account } = await read('code,aantal\nBU01530001,12\n BU01530002 ,0\n');
    expect(account).toEqual({
      file: 'cijfers.csv',
      unit: 'rows',
      read: 2,
      written: { count: 2, as: 'rows' },
      leftOut: [],
    });
    expect(notes).toEqual([]);
    expect(observations[0]).toEqual({
      indicator: 'inwoners',
      area: 'BU01530001',
      level: 'neighbourhood',
      boundaryYear: 2024,
      period: '2024',
      value: 12,
      lower: null,
      upper: null,
      sampleSize: null,
      status: 'final',
      origin: 'published',
      source: 'cbs-en-kadaster',
      note: null,
    });
    expect(observations[1]).toMatchObject({ area: 'BU01530002', value: 0 });
  });

  test('takes the period from a column, in CBS’s notation too', async () => {
    const resource = observationResource(
      [area, { ...(period as object), type: 'string' } as Json, count],
      {},
    );
    const { observations } = await read(
      'code,jaar,aantal\nBU01530001,2025MM06,1\nBU01530001,2024,2\n',
      resource,
    );
    expect(observations.map((observation) => observation.period)).toEqual(['2025-06', '2024']);
  });

  test('takes the period from the fields of a wide table', async () => {
    const fields = [
      area,
      field('a', 'value', 'inwoners', { period: '2023' }),
      field('b', 'value', 'inwoners', { period: '2024' }),
    ];
    const { observations } = await read('code,a,b\nBU01530001,1,2\n', observationResource(fields, {}));
    expect(observations.map((observation) => [observation.period, observation.value])).toEqual([
      ['2023', 1],
      ['2024', 2],
    ]);
  });

  test('knows the country by both of CBS’s codes', async () => {
    const resource = observationResource([area, count], { period: '2024', level: 'country' });
    expect((await read('code,aantal\nNL01,5\n', resource)).observations[0]?.area).toBe('NL00');
  });
});

describe('figures that are not there', () => {
  test.each([
    ['-99999999', 'suppressed'],
    ['-99997', 'suppressed'],
    ['-99997.0', 'suppressed'],
    ['-99995', 'missing'],
    ['-99991', 'not-asked'],
    ['-99993', 'missing'],
    ['', 'missing'],
    ['.', 'missing'],
    ['x', 'suppressed'],
    ['*', 'missing'],
  ])('"%s" is %s', async (cell, status) => {
    expect(await figuresOf(`code,aantal\nBU01530001,${cell}\n`)).toEqual([[null, status]]);
  });

  test('nil is zero, unless the package says that a dash is missing', async () => {
    expect(await figuresOf('code,aantal\nBU01530001,-\n')).toEqual([[0, 'final']]);
    const resource = { ...plain, missingValues: ['', '-', 'n.b.'] };
    expect(await figuresOf('code,aantal\nBU01530001,-\nBU01530002,n.b.\n', resource)).toEqual([
      [null, 'missing'],
      [null, 'missing'],
    ]);
  });

  test('a star makes a figure provisional', async () => {
    expect(await figuresOf('code,aantal\nBU01530001,12*\nBU01530002,13 **\n')).toEqual([
      [12, 'provisional'],
      [13, 'provisional'],
    ]);
  });
});

describe('bounds, sample size and status', () => {
  const resource = observationResource([
    area,
    share,
    field('onder', 'lower', 'aandeel'),
    field('boven', 'upper', 'aandeel'),
    field('n', 'sampleSize', 'aandeel'),
    field('stand', 'status', 'aandeel'),
  ]);
  const row = (cells: string) => `code,deel,onder,boven,n,stand\nBU01530001,${cells}\n`;

  test('go with the value', async () => {
    const { observations } = await read(row('50,45.5,54.5,120,voorlopig'), resource);
    expect(observations[0]).toMatchObject({
      value: 50,
      lower: 45.5,
      upper: 54.5,
      sampleSize: 120,
      status: 'provisional',
    });
  });

  test('a status that withholds takes everything away, and says so', async () => {
    const { observations, notes } = await read(row('50,45,55,3,suppressed'), resource);
    expect(observations[0]).toMatchObject({
      value: null,
      lower: null,
      upper: null,
      sampleSize: null,
      status: 'suppressed',
    });
    expect(notes.map(({ message }) => message)).toEqual([
      'a value with the status "suppressed" was left out',
    ]);
  });

  test('a missing value stays missing whatever the status says', async () => {
    expect((await read(row(',45,55,3,final'), resource)).observations[0]).toMatchObject({
      value: null,
      lower: null,
      sampleSize: 3,
      status: 'missing',
    });
  });

  test('are refused where they cannot be', async () => {
    expect(await refuse(row('50,56,55,3,final'), resource)).toContain(
      'field "onder": the lower bound 56 lies above the upper one 55',
    );
    expect(await refuse(row('50,45,55,3.5,final'), resource)).toContain(
      'field "n": a sample cannot have the size 3.5',
    );
    expect(await refuse(row('50,45,55,3,finaal'), resource)).toContain(
      'field "stand": the status "finaal" is unknown; write "final"',
    );
    expect(await notesOf(row('60,45,55,3,final'), resource)).toEqual([
      'row 2 (BU01530001), field "deel": a value lies outside its own bounds',
    ]);
  });
});

describe('how files are written', () => {
  test('a byte-order mark, semicolons, tabs and CRLF are read and noted', async () => {
    expect(await valuesOf('\uFEFFcode;aantal\r\nBU01530001;12\r\n')).toEqual([12]);
    expect(await notesOf('\uFEFFcode;aantal\r\nBU01530001;12\r\n')).toEqual([
      ': read as utf-8, by its byte-order mark',
      ': read as separated by semicolons',
    ]);
    expect(await valuesOf('code\taantal\nBU01530001\t12\n')).toEqual([12]);
  });

  test('Latin-1 is read as such and noted', async () => {
    const fields = [
      area,
      { name: 'één', type: 'number', wijkinformatie: { as: 'value', indicator: 'inwoners' } },
    ];
    const resource = observationResource(fields);
    const bytes = encodeLatin('code,één\nBU01530001,12\n');
    expect((await read(bytes, resource)).observations[0]?.value).toBe(12);
    expect(await notesOf(bytes, resource)).toEqual([': not UTF-8; read as windows-1252 (Latin-1)']);
    expect(await notesOf(bytes, { ...resource, encoding: 'iso-8859-1' })).toEqual([]);
  });

  test('UTF-16 with its mark is read', async () => {
    const text = '\uFEFFcode,aantal\nBU01530001,12\n';
    const bytes = new Uint8Array(
      new Uint16Array(Array.from(text, (character) => character.charCodeAt(0))).buffer,
    );
    expect((await read(bytes)).observations[0]?.value).toBe(12);
  });

  test('decimal commas are read and noted, and turn points into signs for thousands', async () => {
    const resource = observationResource([area, count, share]);
    const text = 'code;aantal;deel\nBU01530001;1.234;12,5\nBU01530002;2.345.678;0,125\n';
    expect(await valuesOf(text, resource)).toEqual([1234, 12.5, 2345678, 0.125]);
    expect(await notesOf(text, resource)).toContain(
      'row 2, field "deel", "12,5": numbers have decimal commas',
    );
  });

  test('both signs for decimals in one file are refused, naming both rows', async () => {
    const line = await refuse(
      'code;deel\nBU01530001;12,5\nBU01530002;12.5\n',
      observationResource([area, share]),
    );
    expect(line).toBe(
      'cijfers.csv, row 2, field "deel", "12,5": here the comma is the decimal sign, but the point is in row 3, field "deel", "12.5"; write all numbers of the file the same way, or give the fields their own "decimalChar" in the descriptor.',
    );
  });

  test('a number that could be two is refused, until the descriptor decides', async () => {
    const text = 'code;aantal\nBU01530001;1.234\n';
    expect(await refuse(text)).toContain(
      'row 2 (BU01530001), field "aantal": "1.234" can be read as two numbers; say in the descriptor',
    );
    const dutch = observationResource([area, field('aantal', 'value', 'inwoners', { decimalChar: ',' })]);
    expect(await valuesOf(text, dutch)).toEqual([1234]);
    const score = observationResource([area, field('s', 'value', 'score')]);
    expect(await valuesOf('code,s\nBU01530001,1.234\nBU01530002,0.5\n', score)).toEqual([1.234, 0.5]);
    expect(await refuse('code,s\nBU01530001,1.234\n', score)).toContain('can be read as two numbers');
    expect(await refuse('code;s\nBU01530001;1,234\n', score)).toContain('can be read as two numbers');
  });

  test('quoted cells with delimiters and line breaks keep the count of rows', async () => {
    const text = 'code,naam,aantal\nBU01530001,"Stad, ""oud""\nen nieuw",1\n\nBU01530002,b,veel\n';
    expect(await refuse(text)).toContain('row 4 (BU01530002), field "aantal": "veel" is no number');
  });

  test('fields that the file lacks but nobody needs are noted', async () => {
    const resource = observationResource([area, count, { name: 'naam', type: 'string' }]);
    expect(await notesOf('code,aantal\nBU01530001,1\n', resource)).toEqual([
      'field "naam": the descriptor names a field that the file lacks; it is not needed',
    ]);
  });
});

describe('what is refused', () => {
  test.each([
    ['', 'cijfers.csv: the file is empty'],
    ['\n\n', 'cijfers.csv: the file is empty'],
    ['code,aantal\n', 'the file has a header but no rows'],
    [
      'code,antal\nBU01530001,1\n',
      'field "aantal": the descriptor names this field, but the header has no such name; write "antal"',
    ],
    ['code,aantal,aantal\nBU01530001,1,2\n', 'field "aantal": the header has it twice'],
    ['code,aantal\nBU01530001,1,5\n', 'row 2: it has 3 cells, the header has 2'],
    ['code,aantal\nBU01530001\n', 'row 2: it has 1 cell, the header has 2'],
    ['code,aantal\nBU01530001,"1\n', 'a quote is opened and never closed'],
    ['code,aantal\nBU01530001,a"1"\n', 'a quote stands in the middle of a cell'],
    [
      'code,aantal\nBU01530001,veel\n',
      'row 2 (BU01530001), field "aantal": "veel" is no number; leave the cell empty',
    ],
    ['code,aantal\nBU01530001,NaN\n', '"NaN" is no number'],
    ['code,aantal\nBU01530001,1e999\n', '"1e999" is shortened and may have lost digits'],
    ['code,aantal\nBU01530001,0x10\n', '"0x10" is no number'],
    ['code,aantal\nBU01530001,-3\n', 'a count cannot be -3'],
    [
      'code,aantal\nBU01530001,1\nBU01530001,2\n',
      'row 3: "inwoners" of BU01530001 for 2024 stands in row 2 too',
    ],
    ['code,aantal\nGM0153,1\n', '"GM0153" is no code of a neighbourhood; it is one of a municipality'],
    ['code,aantal\n,1\n', 'the code of the neighbourhood is missing'],
  ])('%j', async (text, expected) => {
    const line = await refuse(text);
    expect(line).toMatch(/^cijfers\.csv[:,] .*; .*\.$/);
    expect(line).not.toContain('\n');
    expect(line).toContain(expected);
  });

  test('a period that is none, or no year where a year belongs', async () => {
    const resource = observationResource([area, period, count], {});
    expect(await refuse('code,jaar,aantal\nBU01530001,24,1\n', resource)).toContain(
      'row 2, field "jaar": "24" is no year',
    );
    expect(await refuse('code,jaar,aantal\nBU01530001,2024-03,1\n', resource)).toContain(
      '"2024-03" is no year',
    );
    expect(await refuse('code,jaar,aantal\nBU01530001,,1\n', resource)).toContain('the period is missing');
  });

  test('bytes that are not of the encoding, or an encoding that nobody knows', async () => {
    expect(await refuse('a', { ...plain, encoding: 'utf-9' })).toContain('the encoding "utf-9" is unknown');
    const broken = Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0xff);
    expect(await lineOf(() => read(broken))).toContain('the bytes are no valid utf-8');
  });
});

test('odd values are noted once a sort, with the first place', async () => {
  const resource = observationResource([area, share]);
  const text = 'code,deel\nBU01530001,101\nBU01530002,50\nBU01530003,-1\nBU01530004,200\n';
  expect(await notesOf(text, resource)).toEqual([
    'row 2 (BU01530001), field "deel": a share lies outside 0 to 100 (here and in 2 more places)',
  ]);
});
