/** Numbers that people typed, parted by `;` or blanks, with a decimal comma or point; null where one is no number. */
export function parseLimits(text: string): number[] | null {
  const parts = text.split(/[;\s]+/).filter(Boolean);
  const numbers = parts.map((part) => Number(part.replace('−', '-').replace(',', '.')));
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : null;
}
