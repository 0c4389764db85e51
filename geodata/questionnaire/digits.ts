/** A text with Arabic and Persian digits as those that programs read: `٤٢` is `42`. */
export function normaliseDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
}
