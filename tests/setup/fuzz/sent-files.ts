import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import writeWorkbook from 'write-excel-file/node';
import { readProviders } from '../../../api/accounts/providers/providers.ts';
import { listFiles, manifestName, readBackup } from '../../../api/backup/manifest.ts';
import { openBaseMapFile } from '../../../api/base-map/file.ts';
import { judgeDocument } from '../../../api/contributions/documents/judging.ts';
import { remakePicture } from '../../../api/contributions/picture.ts';
import { readTemplateFile } from '../../../api/policy/template-file.ts';
import { readDefinitionFile } from '../../../api/questionnaires/files.ts';
import { formatCode, makeCode } from '../../../geodata/sampling/code.ts';
import { readCodeList } from '../../../geodata/sampling/code-list.ts';
import { readRegister } from '../../../geodata/sources/register.ts';
import { ask, makeForm } from '../../geodata/questionnaire/form.ts';
import { writePmtiles } from '../base-map/pmtiles-file.ts';
import { addToPdf, officeParts, openDocumentParts, pack, packObjects, plainPdf } from '../documents.ts';
import { testQuestionnaire } from '../survey.ts';
import { drawDamage, drawZipDamage } from './damage.ts';
import type { ReadableFile } from './readable-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const plain = (bytes: Uint8Array) => new Uint8Array(bytes);

function documents(): ReadableFile[] {
  const read = (bytes: Uint8Array) => judgeDocument(Buffer.from(bytes), 300_001);
  const pdfs = {
    PDF: plainPdf(),
    'PDF of packed objects': addToPdf('', packObjects('1 0 << /Type /Page >>')),
  };
  const packed = {
    'Word document': pack(officeParts('docx', 'verlichting')),
    'workbook as a document': pack(officeParts('xlsx', 'verlichting')),
    presentation: pack(officeParts('pptx', 'verlichting')),
    OpenDocument: pack(openDocumentParts('text', 'verlichting')),
  };
  return [
    ...Object.entries(pdfs).map(([name, bytes]) => ({
      name,
      whole: plain(bytes),
      damaged: drawDamage(plain(bytes)),
      read,
    })),
    ...Object.entries(packed).map(([name, bytes]) => ({
      name,
      whole: plain(bytes),
      damaged: drawZipDamage(plain(bytes)),
      read,
    })),
  ];
}

async function pictures(): Promise<ReadableFile[]> {
  const picture = sharp({ create: { width: 24, height: 16, channels: 3, background: '#246' } });
  const kinds = { JPEG: picture.clone().jpeg(), PNG: picture.clone().png(), WebP: picture.clone().webp() };
  const made = Object.entries(kinds).map(async ([name, own]): Promise<ReadableFile> => {
    const whole = plain(await own.toBuffer());
    return { name, whole, damaged: drawDamage(whole), read: remakePicture };
  });
  return Promise.all(made);
}

async function questionnaires(): Promise<ReadableFile[]> {
  const { sheets } = makeForm([ask('text', 'q', 'Vraag'), ask('select_one janee', 'v', 'Gaat het?')]);
  const cells = sheets.map(({ rows }) =>
    rows.map((row) => row.map((value) => (value === '' ? null : { value }))),
  );
  const named = sheets.map(({ name }, index) => ({ data: cells[index] ?? [], sheet: name }));
  const form = plain(await writeWorkbook(named).toBuffer());
  const definition = bytesOf(JSON.stringify(testQuestionnaire));
  const register = bytesOf('wijk;leeftijd;geslacht;aantal\nWK015300;18-24;man;10\nWK015300;80;v;3\n');
  const codes = bytesOf(`code,gebied,naam\n${formatCode(makeCode())},WK015300,Binnensingel\n`);
  const asked = { districts: new Set(['WK015300']), ageFrom: 18 };
  return [
    {
      name: 'questionnaire',
      whole: definition,
      damaged: drawDamage(definition),
      read: (bytes) => readDefinitionFile(bytes, 'a.json'),
    },
    {
      name: 'XLSForm',
      whole: form,
      damaged: drawZipDamage(form),
      read: (bytes) => readDefinitionFile(bytes, 'a.xlsx'),
    },
    {
      name: 'register',
      whole: register,
      damaged: drawDamage(register),
      read: (bytes) => readRegister(bytes, 'a.csv', asked),
    },
    {
      name: 'list of codes',
      whole: codes,
      damaged: drawDamage(codes),
      read: (bytes) => readCodeList(bytes, 'a.csv'),
    },
  ];
}

/** What whoever runs the product gives it, read from a folder of the test's own. */
async function settings(folder: string): Promise<ReadableFile[]> {
  const text = (name: string) => ({ nl: name, en: name });
  const step = (key: string) => ({
    ...{ key, name: text(key), about: text('wat er gebeurt'), documents: [text('notitie')] },
    ...{ decidedBy: null, dueMonth: -3, usesSurvey: false },
  });
  const template = bytesOf(
    JSON.stringify({
      key: 'eigen',
      name: text('Eigen'),
      about: text('van ons'),
      steps: [step('een'), step('twee')],
    }),
  );
  const provider = {
    key: 'a',
    title: 'A',
    issuer: 'https://login.example.nl',
    clientId: 'x',
    clientSecret: 'y',
  };
  const providers = bytesOf(JSON.stringify([provider]));
  const tiles = plain(writePmtiles());
  const manifest = await makeManifest(join(folder, 'whole'));
  const place = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  return [
    {
      name: 'template of a policy cycle',
      whole: template,
      damaged: drawDamage(template),
      read: (bytes) => readTemplateFile('a.json', Buffer.from(bytes).toString()),
    },
    {
      name: 'providers',
      whole: providers,
      damaged: drawDamage(providers),
      read: async (bytes) => readProviders(await place('providers.json', bytes)),
    },
    {
      name: 'PMTiles',
      whole: tiles,
      damaged: drawDamage(tiles),
      read: async (bytes) => readTiles(await place('base.pmtiles', bytes)),
    },
    {
      name: 'list of a backup',
      whole: manifest,
      damaged: drawDamage(manifest),
      read: async (bytes) => {
        await place(join('whole', manifestName), bytes);
        return readBackup(join(folder, 'whole'));
      },
    },
  ];
}

async function readTiles(path: string): Promise<void> {
  const map = await openBaseMapFile(path);
  try {
    await map.describe();
    for (const [z, x, y] of [
      [0, 0, 0],
      [6, 33, 21],
      [10, 531, 340],
    ] as const)
      await map.readTile(z, x, y);
  } finally {
    await map.close();
  }
}

/** A backup of one file. */
async function makeManifest(folder: string): Promise<Uint8Array> {
  await mkdir(folder);
  await writeFile(join(folder, 'database.dump'), 'rows');
  const files = await listFiles(folder);
  const manifest = {
    product: 'wijkinformatie-twente',
    version: '0.2.0',
    madeAt: '2026-11-30',
    database: 'postgresql',
    files,
  };
  return bytesOf(JSON.stringify(manifest));
}

/** Files that people send in, and that whoever runs the product sets; `folder` is for those that are read where they lie. */
export async function listSentFiles(folder: string): Promise<ReadableFile[]> {
  return [...documents(), ...(await pictures()), ...(await questionnaires()), ...(await settings(folder))];
}
