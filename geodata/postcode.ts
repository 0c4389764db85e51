/** A postcode as it is asked for, whole or its digits alone, with a house number or without. */
export interface AskedPostcode {
  /** `7511AB`, or `7511`. */
  readonly postcode: string;
  readonly number: number | null;
}

/** Digits that do not begin with zero, and two letters, of which PostNL gives out no SA, SD and SS. */
const whole = /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/;

/** Whether a text is a whole postcode as it is kept: `7511AB`. */
export function isPostcode(text: string): boolean {
  return whole.test(text);
}

/** Reads `7511 AB`, `7511ab 12`, `7511AB, 12-bis` or `7511`; null where a text is none. */
export function readPostcode(text: string): AskedPostcode | null {
  const found =
    /^([1-9]\d{3})(?:\s?([a-z]{2})(?:[\s,]*(\d{1,5})(?:[\s-]?[a-z]{1,6}|[\s-][a-z0-9]{1,6})?)?)?$/i.exec(
      text.trim(),
    );
  if (!found) return null;
  const [, digits = '', letters = '', number] = found;
  const postcode = digits + letters.toUpperCase();
  if (letters && !isPostcode(postcode)) return null;
  return { postcode, number: number === undefined ? null : Number(number) };
}

/** `7511 AB`, as it is written in the Netherlands. */
export function formatPostcode(postcode: string): string {
  return [postcode.slice(0, 4), postcode.slice(4)].filter(Boolean).join(' ');
}
