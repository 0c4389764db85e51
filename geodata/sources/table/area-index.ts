import { levelOfCode, municipalityOfCode } from '../../area.ts';
import type { MapLevel } from '../../level.ts';
import { rankNearest } from '../suggestion.ts';
import { fullName, plainName } from './place-name.ts';

/** An area that figures can be hung on, in the boundaries of one year. */
export interface KnownArea {
  readonly code: string;
  readonly level: string;
  readonly name: string;
}

/** What a text in a table stands for: an area, one that stands at another level, several, or none. */
export type AreaMatch =
  | { readonly found: KnownArea }
  | { readonly other: KnownArea }
  | { readonly several: readonly KnownArea[] };

/** Finds areas of one level by what people write. */
export interface AreaIndex {
  readonly level: MapLevel;
  /** `within`: code of the municipality that it must lie in, where that is known. */
  find(text: string, within: string | null): AreaMatch;
  /** The areas whose names or codes come nearest, the best first. */
  suggest(text: string, within: string | null, most: number): KnownArea[];
}

const prefixes: Record<MapLevel, { prefix: string; width: number }> = {
  municipality: { prefix: 'GM', width: 4 },
  district: { prefix: 'WK', width: 6 },
  neighbourhood: { prefix: 'BU', width: 8 },
};

/**
 * Codes are found with or without their letters and the leading zeros that spreadsheets lose, names whatever their
 * capitals, accents and points, and with the usual abbreviations; nothing that only resembles is found.
 */
export function createAreaIndex(areas: readonly KnownArea[], level: MapLevel): AreaIndex {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const own = areas.filter((area) => area.level === level);
  const [plain, full] = [plainName, fullName].map((write) => ({ write, areas: groupBy(own, write) }));
  const others = groupBy(
    areas.filter((area) => area.level !== level),
    plainName,
  );
  const lies = (area: KnownArea, within: string | null) =>
    within === null || level === 'municipality' || municipalityOfCode(area.code) === within;
  return {
    level,
    find(text, within) {
      const code = readLooseCode(text, level, byCode);
      const coded = code === null ? undefined : byCode.get(code);
      if (coded) return coded.level === level ? { found: coded } : { other: coded };
      for (const names of [plain, full]) {
        const found = (names?.areas.get(names.write(text)) ?? []).filter((area) => lies(area, within));
        if (found.length > 1) return { several: found };
        if (found[0]) return { found: found[0] };
      }
      const other = (others.get(plainName(text)) ?? []).find(
        ({ code: of }) => within === null || of === within || municipalityOfCode(of) === within,
      );
      return other && other.level !== 'country' ? { other } : { several: [] };
    },
    suggest(text, within, most) {
      const near = own.filter((area) => lies(area, within));
      const number = /^(?:GM|WK|BU)?0*([1-9]\d+)$/i.exec(text.trim())?.[1];
      const write = ({ code, name }: KnownArea) =>
        number ? code.slice(2).replace(/^0+/, '') : plainName(name);
      return rankNearest(number ?? plainName(text), near, write, most);
    },
  };
}

/** `1530001`, `bu01530001` → BU01530001; null where the text is no code, or one of an area that is not there. */
function readLooseCode(text: string, level: MapLevel, known: ReadonlyMap<string, KnownArea>): string | null {
  const upper = text.replaceAll(/\s/g, '').toUpperCase();
  if (levelOfCode(upper) && known.has(upper)) return upper;
  const { prefix, width } = prefixes[level];
  const rest = upper.startsWith(prefix) ? upper.slice(prefix.length) : upper;
  if (!/^\d[0-9A-Z]*$/.test(rest)) return null;
  const code = prefix + rest.padStart(width, '0');
  return known.has(code) ? code : null;
}

function groupBy(
  areas: readonly KnownArea[],
  write: (name: string) => string,
): Map<string, readonly KnownArea[]> {
  const groups = new Map<string, KnownArea[]>();
  for (const area of areas) groups.set(write(area.name), [...(groups.get(write(area.name)) ?? []), area]);
  return groups;
}
