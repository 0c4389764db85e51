import type { DocumentType } from '../../../geodata/contribution/document.ts';
import { type ArchiveEntry, readArchive } from './archive.ts';
import { readMarkedText } from './marked-text.ts';
import { DocumentRefusal } from './refusal.ts';

/** What was found of a document: its type, and the text in it. */
export interface ReadDocument {
  readonly type: DocumentType;
  readonly text: string;
}

type Entries = ReadonlyMap<string, ArchiveEntry>;

const openDocument = 'application/vnd.oasis.opendocument.';
const openXml = 'application/vnd.openxmlformats-officedocument.';
const mainParts: readonly (readonly [DocumentType, string])[] = [
  [`${openXml}wordprocessingml.document`, `${openXml}wordprocessingml.document.main+xml`],
  [`${openXml}spreadsheetml.sheet`, `${openXml}spreadsheetml.sheet.main+xml`],
  [`${openXml}presentationml.presentation`, `${openXml}presentationml.presentation.main+xml`],
];

/** Where the words of each type stand. */
const wordParts: Readonly<Record<Exclude<DocumentType, 'application/pdf'>, RegExp>> = {
  [`${openXml}wordprocessingml.document`]: /^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  [`${openXml}spreadsheetml.sheet`]: /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/,
  [`${openXml}presentationml.presentation`]: /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/,
  [`${openDocument}text`]: /^content\.xml$/,
  [`${openDocument}spreadsheet`]: /^content\.xml$/,
};

/** Reads an Office file from its parts; `depth` of one that is embedded in another. Throws DocumentRefusal. */
export function readOffice(bytes: Buffer, depth = 0): ReadDocument {
  const entries = readArchive(bytes);
  const type = readType(entries);
  for (const entry of entries.values()) requireHarmless(entry, depth);
  const parts = [...entries.values()].filter(({ name }) => wordParts[type].test(name)).sort(byPlace);
  return { type, text: parts.map((entry) => readMarkedText(readXml(entry))).join('\n') };
}

/** Slides in their order: `slide2` before `slide10`. */
function byPlace(one: ArchiveEntry, other: ArchiveEntry): number {
  return one.name.localeCompare(other.name, 'en', { numeric: true });
}

function readType(entries: Entries): Exclude<DocumentType, 'application/pdf'> {
  const [first] = entries.values();
  if (first?.name === 'mimetype' && first.isStored) {
    const said = first.read().toString('latin1');
    if (said === `${openDocument}text` || said === `${openDocument}spreadsheet`) return said;
    throw new DocumentRefusal('office-other');
  }
  const types = entries.get('[Content_Types].xml');
  if (!types) throw new DocumentRefusal('office-other');
  const text = readXml(types);
  if (/macroEnabled|vbaProject/i.test(text)) throw new DocumentRefusal('office-macro');
  const found = mainParts.find(([, main]) => text.includes(`"${main}"`) || text.includes(`'${main}'`));
  if (!found) throw new DocumentRefusal('office-other');
  return found[0] as Exclude<DocumentType, 'application/pdf'>;
}

/** Every entry is unpacked, so that none is larger or another than it says. Throws DocumentRefusal. */
function requireHarmless(entry: ArchiveEntry, depth: number): void {
  const { name } = entry;
  if (/vba(Project|Data)|macrosheets\/|^Basic\/|^Scripts\//i.test(name))
    throw new DocumentRefusal('office-macro');
  if (/activeX\/|ctrlProps\/|oleObject|\.(exe|dll|bat|cmd|js|vbs|ps1|hta|jar|lnk|scr)$/i.test(name))
    throw new DocumentRefusal('office-embedded');
  const bytes = entry.read();
  if (/\/embeddings\/|^Object \d+$/i.test(name)) requireHarmlessWithin(bytes, depth);
  if (/\.rels$/i.test(name)) requireInside(readXml(entry));
  if (/\.xml$/i.test(name)) requireNoScript(readXml(entry));
}

/** The workbook behind a chart is an Office file of its own. */
function requireHarmlessWithin(bytes: Buffer, depth: number): void {
  if (depth > 0 || !bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')))
    throw new DocumentRefusal('office-embedded');
  readOffice(bytes, depth + 1);
}

/** Only links that somebody follows may lead out of a document. */
function requireInside(relations: string): void {
  for (const [relation] of relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const isOutside = /TargetMode\s*=\s*["']\s*External/i.test(relation);
    if (isOutside && !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation))
      throw new DocumentRefusal('office-outside');
  }
}

function requireNoScript(xml: string): void {
  if (/<script:event-listener\b|<office:scripts>\s*<(?!\/)/.test(xml))
    throw new DocumentRefusal('office-macro');
  if (
    /<(?:\w+:)?instrText[^>]*>[^<]*\bDDE(AUTO)?\b|<(?:\w+:)?ddeLink\b|<(?:office|text|table):dde-/.test(xml)
  )
    throw new DocumentRefusal('office-outside');
  if (/<draw:(object-ole|plugin|applet)\b/.test(xml)) throw new DocumentRefusal('office-embedded');
}

/** Office files declare neither types nor entities of their own: those are a way to fill a memory or to fetch something. */
function readXml(entry: ArchiveEntry): string {
  const bytes = entry.read();
  const isWide = [0xfffe, 0xfeff].includes(bytes.length > 1 ? bytes.readUInt16LE(0) : 0);
  const xml = isWide ? bytes.toString('utf16le') : bytes.toString('utf8');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new DocumentRefusal('office-outside');
  return xml;
}
