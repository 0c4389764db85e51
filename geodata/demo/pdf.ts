/** A page to write on: A4 with margins, points. */
const page = { width: 595, height: 842, margin: 64, leading: 16, size: 11, titleSize: 18 } as const;
/** Characters that fit on a line: those of Helvetica are half as wide as high on average. */
const perLine = Math.floor((page.width - 2 * page.margin) / (page.size * 0.5));
const linesPerPage = Math.floor((page.height - 2 * page.margin) / page.leading) - 3;

/** What a document of the demonstration says. */
export interface PlainDocument {
  readonly title: string;
  readonly lang: string;
  readonly paragraphs: readonly string[];
}

/**
 * A PDF of a title and paragraphs, in Helvetica: small, valid, and byte for byte the same each time. Throws for signs that
 * WinAnsi (Latin) does not have.
 */
export function writePdf({ title, lang, paragraphs }: PlainDocument): Uint8Array {
  const lines = paragraphs.flatMap((paragraph) => [...wrap(paragraph), '']);
  const pages = Math.max(1, Math.ceil(lines.length / linesPerPage));
  const numbers = Array.from({ length: pages }, (_, index) => 5 + 2 * index);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${escapeText(lang)}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escapeText(title)}) /Producer (Wijkinformatie Twente) >>`,
    ...numbers.flatMap((number, index) => {
      const own = lines.slice(index * linesPerPage, (index + 1) * linesPerPage);
      const content = drawPage(index === 0 ? title : null, own);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return Uint8Array.from(compose(objects), (sign) => sign.charCodeAt(0));
}

function drawPage(title: string | null, lines: readonly string[]): string {
  const top = page.height - page.margin;
  const heading =
    title === null ? '' : `/F1 ${page.titleSize} Tf (${escapeText(title)}) Tj 0 -${3 * page.leading} Td\n`;
  const drawn = lines.map((line) => `(${escapeText(line)}) Tj T*`).join('\n');
  return `BT\n${page.leading} TL ${page.margin} ${top} Td\n${heading}/F1 ${page.size} Tf\n${drawn}\nET`;
}

/** Objects one after the other, with a table of where each begins. */
function compose(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return `${text}xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

function wrap(paragraph: string): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < perLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Signs of WinAnsi that stand elsewhere in Unicode. */
const elsewhere: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

function escapeText(text: string): string {
  return [...text]
    .map((sign) => {
      const code = elsewhere[sign] ?? sign.codePointAt(0) ?? 0;
      if (code < 0x20 || code > 0xff) throw new Error(`A PDF of the demonstration cannot hold “${sign}”`);
      if (code > 0x7e) return `\\${code.toString(8).padStart(3, '0')}`;
      return /[\\()]/.test(sign) ? `\\${sign}` : sign;
    })
    .join('');
}
