/** A way to write text in bytes. */
export interface Charset {
  /** As people know it: `windows-1252`, `CP850`. */
  readonly name: string;
  /** Throws a TypeError where the bytes cannot be text of this set. */
  decode(bytes: Uint8Array): string;
}

/**
 * The signs of 0x80 to 0xff. windows-1252 is here because Node 20 reads it as Latin-1 and gives control characters for
 * 0x80 to 0x9f; the code pages of DOS are in no standard of the web. The five bytes that windows-1252 leaves open stay
 * control characters, which no name is published with.
 */
const signs = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join(''),
  CP850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  CP437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
} as const;

/** UTF-8, of which a wrong byte is an error. */
export const utf8: Charset = describeStandard('utf-8');

/** What bytes are read as that are not UTF-8 where nothing says what they are. */
export const windows1252: Charset = describeTable('windows-1252', signs['windows-1252']);

export const cp850: Charset = describeTable('CP850', signs.CP850);
export const cp437: Charset = describeTable('CP437', signs.CP437);
/** CP850 with the euro sign in the place of the dotless i. */
const cp858: Charset = describeTable('CP858', signs.CP850.replace('ı', '€'));

const pages: ReadonlyMap<string, Charset> = new Map([
  ['1252', windows1252],
  ['850', cp850],
  ['858', cp858],
  ['437', cp437],
  ['65001', utf8],
  // Latin-1 and ASCII are read as the set that holds them, as browsers do.
  ['88591', windows1252],
  ['28591', windows1252],
  ['20127', windows1252],
  ['28605', describeStandard('iso-8859-15')],
]);

/**
 * The character set of a label, as the WHATWG standard, code pages (`1252`, `CP850`, `ANSI 1252`, `OEM 850`), ISO numbers
 * (`8859-15`, `885915`), ESRI and GDAL (`LDID/87`) write it. Null where nobody knows it.
 */
export function findCharset(label: string): Charset | null {
  const text = label.replaceAll(/[\0\s"']+/g, ' ').trim();
  const driver = /^LDID\/(\d+)$/i.exec(text)?.[1];
  if (driver !== undefined) return charsetOfDriver(Number(driver));
  const page = /^(?:(?:ansi|oem|cp|ibm|dos|ms|windows|code ?page)[-_ ]?)?(\d{3,5})$/i.exec(text)?.[1];
  const known = page === undefined ? undefined : pages.get(page);
  if (known) return known;
  const iso = /^(?:iso[-_ ]?)?8859[-_ ]?(\d{1,2})$/i.exec(text)?.[1];
  if (iso === '1') return windows1252;
  const name = iso ? `iso-8859-${iso}` : page ? `windows-${page}` : text.replaceAll(/[_ ]/g, '-');
  if (/^(?:ansi|latin-?1|us-ascii)$/i.test(name)) return windows1252;
  if (/^latin-?9$/i.test(name)) return describeStandard('iso-8859-15');
  try {
    const standard = new TextDecoder(name).encoding;
    if (standard === 'utf-8') return utf8;
    return standard === 'windows-1252' ? windows1252 : describeStandard(standard);
  } catch {
    return null;
  }
}

/** Language drivers of dBASE and FoxPro for Western Europe, by the byte 29 of a DBF. */
const drivers: ReadonlyMap<number, Charset> = new Map([
  ...[0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b].map((id) => [id, cp437] as const),
  ...[0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37].map((id) => [id, cp850] as const),
  // 0x57 is "the ANSI set of the machine", which in Western Europe is this one.
  ...[0x03, 0x57, 0x58, 0x59].map((id) => [id, windows1252] as const),
]);

/** The character set that the language driver byte of a DBF stands for; null where it says nothing that is known. */
export function charsetOfDriver(driver: number): Charset | null {
  return drivers.get(driver) ?? null;
}

/** The bytes of a text in a set of one byte a sign; null where it has a sign that the set lacks. */
export function encodeAs(text: string, name: keyof typeof signs): Uint8Array | null {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const index = signs[name].indexOf(sign);
    if (code > 0x7f && index < 0) return null;
    bytes.push(code > 0x7f ? index + 0x80 : code);
  }
  return Uint8Array.from(bytes);
}

function describeStandard(label: string): Charset {
  const decoder = new TextDecoder(label, { fatal: true });
  return { name: label, decode: (bytes) => decoder.decode(bytes) };
}

function describeTable(name: string, upper: string): Charset {
  const units = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80),
  );
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  return { name, decode: (bytes) => decoder.decode(Uint16Array.from(bytes, (byte) => units[byte] ?? byte)) };
}
