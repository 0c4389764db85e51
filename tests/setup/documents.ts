import { deflateSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { writePdf } from '../../geodata/demo/pdf.ts';

/** Plain documents and hostile ones, made here: small, and each with one thing wrong. */

export const plainPdf = (text = 'De gemeente zet in op verlichting en toezicht.') =>
  Buffer.from(writePdf({ title: 'Uitvoeringsplan 2026', lang: 'nl', paragraphs: [text] }));

/** The same with more objects in it, and something in its catalogue. */
export function addToPdf(catalogue: string, ...objects: string[]): Buffer {
  const text = plainPdf().toString('latin1').replace('/Type /Catalog', `/Type /Catalog ${catalogue}`);
  return Buffer.from(
    `${text}${objects.map((object, index) => `${90 + index} 0 obj\n${object}\nendobj\n`).join('')}startxref\n0\n%%EOF\n`,
    'latin1',
  );
}

/** An object within a stream of objects, packed as programs do. */
export function packObjects(text: string, dictionary = '/Type /ObjStm', filter = '/FlateDecode'): string {
  const packed = deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  return `<< ${dictionary} /N 1 /First 5 /Filter ${filter} /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

const main = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const;

/** The parts of an Office file with these words in it. */
export function officeParts(kind: keyof typeof main, words: string): Zippable {
  const [part, type] = main[kind];
  const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;
  const texts = {
    docx: {
      [part]: strToU8(`<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`),
    },
    xlsx: {
      [part]: strToU8('<workbook/>'),
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${words}</t></si></sst>`),
    },
    pptx: {
      [part]: strToU8('<p:presentation/>'),
      'ppt/slides/slide1.xml': strToU8(`<p:sld><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sld>`),
    },
  };
  return { '[Content_Types].xml': strToU8(types), ...texts[kind] };
}

export function openDocumentParts(kind: 'text' | 'spreadsheet', words: string): Zippable {
  return {
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content><office:scripts/><text:p>${words}</text:p></office:document-content>`,
    ),
  };
}

export const pack = (parts: Zippable) => Buffer.from(zipSync(parts, { mtime: '2026-01-01T00:00:00Z' }));

/** An Office file that says of its largest part that it is small. */
export function claimSmaller(parts: Zippable, name: string, size: number): Buffer {
  const bytes = pack(parts);
  for (const [signature, sizeAt, nameAt] of [
    ['PK\x03\x04', 22, 30],
    ['PK\x01\x02', 24, 46],
  ] as const)
    for (
      let at = bytes.indexOf(signature, 0, 'latin1');
      at >= 0;
      at = bytes.indexOf(signature, at + 1, 'latin1')
    )
      if (bytes.toString('latin1', at + nameAt, at + nameAt + name.length) === name)
        bytes.writeUInt32LE(size, at + sizeAt);
  return bytes;
}
