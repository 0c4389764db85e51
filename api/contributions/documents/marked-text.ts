const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Elements that end a line, and those between which words stand apart; others stand within words. */
const lines = /^\/?(?:w:p|a:p|text:p|text:h|si|row|table:table-row|w:tr)$/;
const gaps = /^\/?(?:w:tab|w:br|w:tc|a:br|text:tab|text:s|text:line-break|table:table-cell|c|is)$/;
/** In a workbook, numbers of cells and formulas are no words. */
const silent = /^(?:v|f|w:instrText|w:delText)$/;

/** The words of XML as Office files have it, with a line for each paragraph. No elements are opened or followed. */
export function readMarkedText(xml: string): string {
  const parts: string[] = [];
  let quiet: string | null = null;
  for (const [, tag, text] of xml.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (quiet === null) parts.push(readEntities(text));
      continue;
    }
    const name = /^\/?[\w:.-]+/.exec(tag ?? '')?.[0] ?? '';
    if (lines.test(name)) parts.push('\n');
    else if (gaps.test(name)) parts.push(' ');
    if (silent.test(name) && !tag?.endsWith('/')) quiet = name;
    else if (quiet !== null && name === `/${quiet}`) quiet = null;
  }
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

function readEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
