import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeDocument } from '../../../api/contributions/documents/judging.ts';
import { readMarkedText } from '../../../api/contributions/documents/marked-text.ts';
import { readDocument } from '../../../api/contributions/documents/reading.ts';
import { scanFile } from '../../../api/contributions/documents/virus-scan.ts';
import { openFileStore } from '../../../api/contributions/file-store.ts';
import { receiveParts } from '../../../api/contributions/reception.ts';
import { mostDocumentBytes } from '../../../geodata/contribution/document.ts';
import { nlDocuments } from '../../../viewer/text/nl-documents.ts';
import {
  addToPdf,
  claimSmaller,
  officeParts,
  openDocumentParts,
  pack,
  packObjects,
  plainPdf,
} from '../../setup/documents.ts';
import { makeFolder } from '../../setup/folder.ts';

const folder = await makeFolder('documents');
let count = 0;

async function keep(bytes: Uint8Array): Promise<string> {
  count += 1;
  const path = join(folder, String(count));
  await writeFile(path, bytes);
  return path;
}

const read = async (bytes: Uint8Array) => readDocument(await keep(bytes));
const refusalOf = async (bytes: Uint8Array): Promise<{ reason: string; message: string }> =>
  judgeDocument(Buffer.from(bytes), 1000).then(
    () => ({ reason: 'taken', message: '' }),
    (error) => error,
  );

describe('what is taken is told by its bytes, with its text', () => {
  test.each([
    ['application/pdf', plainPdf('Cameratoezicht rond het station.'), 'Cameratoezicht rond het station.'],
    [/wordprocessingml/, pack(officeParts('docx', 'Buurt&#233;n &amp; wijken')), 'Buurtén & wijken'],
    [/spreadsheetml/, pack(officeParts('xlsx', 'Aangiften')), 'Aangiften'],
    [/presentationml/, pack(officeParts('pptx', 'Speerpunten')), 'Speerpunten'],
    [/opendocument\.text/, pack(openDocumentParts('text', 'Convenant')), 'Convenant'],
    [/opendocument\.spreadsheet/, pack(openDocumentParts('spreadsheet', 'Jaarcijfers')), 'Jaarcijfers'],
  ])('%s', async (type, bytes, words) => {
    const found = await read(bytes);
    expect(found.type).toMatch(type);
    expect(found.text).toContain(words);
    expect(found.extent).toBe('whole');
  });

  test('a PDF whose objects are packed, and one that was changed and saved behind its end', async () => {
    expect((await read(addToPdf('', packObjects('7 0 << /Type /Font >>')))).type).toBe('application/pdf');
    const linked = addToPdf('', '<< /S /URI /URI (https://example.nl) >>');
    expect((await read(linked)).text).toContain('verlichting');
  });

  test('one without text says so, and of a long one the beginning is kept', async () => {
    expect((await read(plainPdf(' '))).extent).toBe('whole');
    expect((await read(pack(officeParts('docx', '')))).extent).toBe('none');
    const long = await read(pack(officeParts('docx', 'woordé '.repeat(60_000))));
    expect(long.extent).toBe('part');
    expect(Buffer.byteLength(long.text)).toBeLessThanOrEqual(300_000);
    expect(long.text).not.toContain('\uFFFD');
  });

  test('words of a text stand apart where a reader sees them apart', () => {
    const xml =
      '<w:p><w:r><w:t>ver</w:t></w:r><w:r><w:t>lichting</w:t></w:r><w:tab/><w:t>hier</w:t></w:p><w:p><w:delText>weg</w:delText><w:t>daar</w:t></w:p><c><v>12</v></c>';
    expect(readMarkedText(xml)).toBe('verlichting hier\ndaar');
  });
});

/** Words that no packing makes much smaller. */
const manyWords = Array.from({ length: 600_000 }, (_, index) => `w${(index * 7919) % 1_000_003}`).join(' ');
const longPdf = plainPdf('verlichting '.repeat(300));
const word = officeParts('docx', 'Plan');
const relations = (type: string, more: string) => ({
  ...word,
  'word/_rels/document.xml.rels': strToU8(
    `<Relationships><Relationship Type="http://example/${type}" Target="https://elders.nl/a.dotm" ${more}/></Relationships>`,
  ),
});
const launch = '<< /S /Launch /F (cmd.exe) >>';
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

const hostile: [what: string, reason: keyof typeof nlDocuments.refusals, bytes: Uint8Array][] = [
  ['nothing', 'empty', Buffer.alloc(0)],
  [
    'an SVG with a script',
    'web-page',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  ],
  ['a web page', 'web-page', Buffer.from('\n<!DOCTYPE html><script>1</script>')],
  ['a web page in UTF-16', 'web-page', Buffer.from('<html><script>1</script>', 'utf16le')],
  ['a program of Windows', 'program', Buffer.from('MZ\x90\x00', 'latin1')],
  ['a program of Linux', 'program', Buffer.from('\x7fELF\x02', 'latin1')],
  ['a script of a shell', 'program', Buffer.from('#!/bin/sh\nrm -rf /')],
  ['an Office file of before 2007', 'old-office', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
  ['a text', 'other-kind', Buffer.from('gewoon tekst')],
  ['a picture', 'other-kind', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a PDF behind something else', 'pdf-begin', Buffer.concat([Buffer.from('GIF89a '), plainPdf()])],
  [
    'a web page that begins as a PDF',
    'pdf-begin',
    Buffer.concat([Buffer.from('%PDF-1.7\n<script>1</script>\n'), plainPdf()]),
  ],
  ['a PDF with a web page behind it', 'pdf-end', Buffer.concat([longPdf, Buffer.from('<html></html>')])],
  [
    'a PDF with a web page between two ends',
    'pdf-end',
    Buffer.concat([longPdf, Buffer.from('<html></html>\n%%EOF\n')]),
  ],
  ['a PDF with a zip behind it', 'pdf-end', Buffer.concat([plainPdf(), pack(word)])],
  ['a PDF that is a zip too', 'pdf-end', hideArchive()],
  ['a PDF that was cut off', 'pdf-end', plainPdf().subarray(0, 400)],
  ['a PDF with a script', 'pdf-script', addToPdf('/OpenAction 90 0 R', script)],
  [
    'a script under a name with numbers',
    'pdf-script',
    addToPdf('/OpenAction 90 0 R', script.replace('/JavaScript', '/J#61vaScr#69pt')),
  ],
  ['a script in packed objects', 'pdf-script', addToPdf('', packObjects(`7 0 ${script}`))],
  [
    'a script in packed objects under other names',
    'pdf-script',
    addToPdf('', packObjects(`7 0 ${script}`, '/Type /Obj#53tm').replace('/First', '/Fir#73t')),
  ],
  [
    'objects packed twice',
    'pdf-unreadable',
    addToPdf('', packObjects(`7 0 ${script}`, '/Type /ObjStm', '[/ASCIIHexDecode /FlateDecode]')),
  ],
  [
    'packed objects that hide where they begin',
    'pdf-unreadable',
    addToPdf('', packObjects(`7 0 ${script}`).replace(' >>\nstream', ' /X (1 0 obj << >>) >>\nstream')),
  ],
  ['a PDF that starts a program', 'pdf-launch', addToPdf('/OpenAction 90 0 R', launch)],
  ['a PDF with files in it', 'pdf-files', addToPdf('/Names << /EmbeddedFiles << /Names [] >> >>')],
  ['a form that sends', 'pdf-form', addToPdf('', '<< /S /SubmitForm /F (https://elders.nl) >>')],
  ['a form of another kind', 'pdf-form', addToPdf('/AcroForm << /XFA 5 0 R >>')],
  [
    'a locked PDF',
    'pdf-locked',
    Buffer.from(plainPdf().toString('latin1').replace('/Info 4 0 R', '/Encrypt 9 0 R'), 'latin1'),
  ],
  ['a PDF of nothing', 'pdf-unreadable', Buffer.from('%PDF-1.7\n%%EOF\n')],
  [
    'packed objects that grow without end',
    'too-slow',
    addToPdf('', packObjects('0'.repeat(210 * 1024 ** 2))),
  ],
  ['a zip bomb', 'archive-bomb', pack({ ...word, 'word/media/a.bin': new Uint8Array(40 * 1024 ** 2) })],
  [
    'a zip bomb that says it is small',
    'archive-bomb',
    claimSmaller({ ...word, 'word/media/a.bin': new Uint8Array(8 * 1024 ** 2) }, 'word/media/a.bin', 900),
  ],
  [
    'too many parts',
    'archive-bomb',
    pack({
      ...word,
      ...Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`a/${index}`, new Uint8Array(1)])),
    }),
  ],
  ['parts that share bytes', 'archive-bomb', shareBytes()],
  ['a zip of something else', 'office-other', pack({ 'plan.txt': strToU8('plan') })],
  [
    'a presentation of OpenDocument',
    'office-other',
    pack({ mimetype: [strToU8('application/vnd.oasis.opendocument.presentation'), { level: 0 }] }),
  ],
  [
    'an Office file with something behind it',
    'archive-hidden',
    Buffer.concat([pack(word), Buffer.from('<html></html>')]),
  ],
  [
    'an Office file behind something',
    'archive-hidden',
    Buffer.concat([Buffer.from('PK\x03\x04'), pack(word)]),
  ],
  ['an Office file that was cut off', 'archive-hidden', pack(word).subarray(0, 300)],
  ['a way out of the folder', 'archive-damaged', pack({ ...word, '../../etc/passwd': strToU8('x') })],
  ['macros', 'office-macro', pack({ ...word, 'word/vbaProject.bin': strToU8('x') })],
  [
    'macros that are only named',
    'office-macro',
    pack({
      ...word,
      '[Content_Types].xml': strToU8(
        '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      ),
    }),
  ],
  [
    'macros of OpenDocument',
    'office-macro',
    pack({ ...openDocumentParts('text', 'a'), 'Basic/Standard/Module1.xml': strToU8('<a/>') }),
  ],
  [
    'an event of OpenDocument',
    'office-macro',
    pack({ ...openDocumentParts('text', 'a'), 'styles.xml': strToU8('<script:event-listener/>') }),
  ],
  ['a program within', 'office-embedded', pack({ ...word, 'word/embeddings/oleObject1.bin': strToU8('x') })],
  [
    'an Office file within, with macros',
    'office-macro',
    pack({
      ...word,
      'word/embeddings/a.xlsx': pack({ ...officeParts('xlsx', 'a'), 'xl/vbaProject.bin': strToU8('x') }),
    }),
  ],
  ['a template elsewhere', 'office-outside', pack(relations('attachedTemplate', 'TargetMode="External"'))],
  [
    'an entity of its own',
    'office-outside',
    pack({
      ...word,
      'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    }),
  ],
  [
    'a field that starts a program',
    'office-outside',
    pack({ ...word, 'word/document.xml': strToU8('<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>') }),
  ],
];

describe('what is hostile is refused, and says why', () => {
  test.each(hostile)('%s', async (_, reason, bytes) => {
    const refusal = await refusalOf(bytes);
    expect(refusal.reason).toBe(reason);
    expect(refusal.message).toMatch(/^The document cannot be taken: \w.*[;:,] /);
  });

  test('the table in the documentation names each, with what its sender reads', async () => {
    const table = await readFile(join(import.meta.dirname, '../../../docs/uploads.md'), 'utf8');
    const rows = hostile.map(
      ([what, reason]) => `| ${what} | \`${reason}\` | ${nlDocuments.refusals[reason]} |`,
    );
    expect(rows.filter((row) => !table.includes(row))).toEqual([]);
  });

  test('what a worker refuses is told as it says', async () => {
    await expect(read(Buffer.from('MZ'))).rejects.toMatchObject({
      name: 'DocumentRefusal',
      reason: 'program',
    });
  });

  test('what takes too long or too much memory is given up', async () => {
    const path = await keep(plainPdf());
    const large = await keep(pack(officeParts('docx', manyWords)));
    await expect(readDocument(large, { seconds: 30, megabytes: 30 })).rejects.toMatchObject({
      reason: 'too-slow',
    });
    await expect(readDocument(path, { seconds: 0.001, megabytes: 384 })).rejects.toMatchObject({
      reason: 'too-slow',
    });
    expect((await readDocument(path)).type).toBe('application/pdf');
  });

  test('a link that somebody follows, and a workbook behind a chart, are no harm', async () => {
    expect((await read(pack(relations('hyperlink', 'TargetMode="External"')))).text).toBe('Plan');
    const chart = pack({ ...word, 'word/embeddings/a.xlsx': pack(officeParts('xlsx', 'a')) });
    expect((await read(chart)).text).toBe('Plan');
  });
});

/** A PDF whose last comment makes a whole archive of it for who looks from the end. */
function hideArchive(): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const comment = Buffer.from('\nendstream\n%%EOF\n');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([plainPdf().subarray(0, -6), end, comment]);
}

/** An archive whose second part begins where the first one does. */
function shareBytes(): Buffer {
  const bytes = pack({ ...word, aa: strToU8('zelfde'), ab: strToU8('zelfde') });
  const places: number[] = [];
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1')
  )
    places.push(at);
  const [one = 0, other = 0] = places.slice(-2);
  bytes.writeUInt32LE(bytes.readUInt32LE(one + 42), other + 42);
  return bytes;
}

describe('what is sent is counted while it comes', () => {
  const store = openFileStore(join(folder, 'store'));
  const left = async () =>
    (await readdir(join(folder, 'store'), { recursive: true })).filter((name) => name !== 'drafts');
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    new Request('http://localhost', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

  test('2 GB are refused before they are read, and while they are read', async () => {
    let asked = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          asked += 1;
          controller.enqueue(new Uint8Array(1024 ** 2));
        },
      });
    const early = store.takeIn(
      receiveParts(send(endless(), { 'Content-Length': String(2 * 1024 ** 3) }), mostDocumentBytes),
    );
    await expect(early).rejects.toMatchObject({ kind: 'too-large' });
    expect(asked).toBeLessThan(3);
    await expect(store.takeIn(receiveParts(send(endless()), mostDocumentBytes))).rejects.toMatchObject({
      kind: 'too-large',
      detail: 'It may hold at most 25 MB: make it smaller first',
    });
    expect(asked).toBeLessThan(60);
    expect(await left()).toEqual([]);
  });

  test('one that is cut off leaves nothing', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(1000)),
      pull: () => Promise.reject(new Error('gone')),
    });
    await expect(store.takeIn(receiveParts(send(broken), mostDocumentBytes))).rejects.toMatchObject({
      kind: 'invalid-parameter',
    });
    expect(await left()).toEqual([]);
  });
});

describe('a virus scanner', () => {
  let server: Server;
  let address: string;
  const heard: Buffer[] = [];
  beforeAll(async () => {
    server = createServer((socket) => {
      let all = Buffer.alloc(0);
      socket.on('data', (part) => {
        all = Buffer.concat([all, part]);
        if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
        heard.push(readSent(all));
        const isBad = heard.at(-1)?.includes('EICAR');
        socket.end(
          isBad
            ? 'stream: Eicar-Test-Signature FOUND\0'
            : heard.at(-1)?.includes('STUK')
              ? 'INSTREAM size limit exceeded. ERROR\0'
              : 'stream: OK\0',
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const own = server.address();
    address = `tcp://127.0.0.1:${typeof own === 'object' ? own?.port : 0}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** What was sent in parts, each with its length before it. */
  function readSent(all: Buffer): Buffer {
    const greeting = 'zINSTREAM\0';
    expect(all.toString('latin1', 0, greeting.length)).toBe(greeting);
    const parts: Buffer[] = [];
    for (let at = greeting.length; all.readUInt32BE(at) > 0; at += 4 + all.readUInt32BE(at))
      parts.push(all.subarray(at + 4, at + 4 + all.readUInt32BE(at)));
    return Buffer.concat(parts);
  }

  test('is sent the whole file, and what it finds is refused', async () => {
    const whole = Buffer.alloc(300_000, 'schoon ');
    await scanFile(address, await keep(whole));
    expect(heard.at(-1)?.equals(whole)).toBe(true);
    await expect(scanFile(address, await keep(Buffer.from('EICAR')))).rejects.toMatchObject({
      reason: 'virus',
    });
  });

  test('that does not answer, or not that the file is clean, lets nothing through', async () => {
    await expect(scanFile(address, await keep(Buffer.from('STUK')))).rejects.toMatchObject({
      reason: 'scanner-silent',
    });
    await expect(scanFile('tcp://127.0.0.1:1', await keep(Buffer.from('a')))).rejects.toMatchObject({
      reason: 'scanner-silent',
    });
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const own = silent.address();
    const port = typeof own === 'object' ? own?.port : 0;
    await expect(
      scanFile(`tcp://127.0.0.1:${port}`, await keep(Buffer.from('a')), 200),
    ).rejects.toMatchObject({ reason: 'scanner-silent' });
    silent.close();
  });
});
