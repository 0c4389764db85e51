/** How lines can end, as people call it. */
const names: Readonly<Record<string, string>> = { '\r\n': 'CRLF', '\n': 'LF', '\r': 'CR' };

/** The ends of lines, the longest first, so that a CRLF is one of them. */
export const lineEnds = Object.keys(names);

/** How many lines of a text end in which way, those within quotes left out: `2 in CRLF, 3 in LF`; null where all end alike. */
export function describeMixedEnds(text: string): string | null {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const [mark] of text.matchAll(/"|\r\n|\n|\r/g)) {
    if (mark === '"') isQuoted = !isQuoted;
    else if (!isQuoted) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  if (counts.size < 2) return null;
  return [...counts].map(([end, count]) => `${count} in ${names[end]}`).join(', ');
}
