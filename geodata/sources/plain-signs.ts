/** Signs of no width and marks of direction, which nobody sees; a soft hyphen is none of them, as it may stand for a minus. */
const widthless = /[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** The signs of ASCII as wide as those of Chinese writing. */
const wide = /[\uff01-\uff5e]/g;
const distance = 0xff01 - 0x21;

/** A text to be understood rather than published: without signs that nobody sees, and with wide digits and letters as usual. */
export function plainSigns(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .replaceAll(widthless, '')
    .replaceAll(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - distance));
}
