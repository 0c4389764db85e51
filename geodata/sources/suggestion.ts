/**
 * The candidate that a mistyped word most probably meant: the least edits (Levenshtein, capitals not counted), at most
 * a third of the word's length; null where none comes that near.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [nearest, least] = [candidate, edits];
  }
  return nearest;
}

/**
 * The candidates that a word comes nearest to, the best first: those that hold it or that it holds, and those within
 * half of its length in edits.
 */
export function rankNearest<Candidate>(
  word: string,
  candidates: readonly Candidate[],
  write: (candidate: Candidate) => string,
  most: number,
): Candidate[] {
  const lower = word.toLowerCase();
  const ranked = candidates.flatMap((candidate) => {
    const text = write(candidate).toLowerCase();
    const holds = lower.length > 2 && text.length > 2 && (text.includes(lower) || lower.includes(text));
    const edits = countEdits(lower, text);
    if (!holds && edits > Math.max(1, lower.length / 2)) return [];
    return [{ candidate, distance: holds ? Math.min(edits, 1) : edits }];
  });
  return ranked
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** `did you mean "x"?` where something comes near, otherwise what may stand there, cut off after twelve. */
export function suggest(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  if (nearest) return `write "${nearest}" if that is what you meant`;
  const shown = candidates.slice(0, 12).map((candidate) => `"${candidate}"`);
  if (candidates.length > shown.length) shown.push('…');
  return shown.length ? `use one of ${shown.join(', ')}` : 'leave it out: there is none to choose from';
}

function countEdits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
