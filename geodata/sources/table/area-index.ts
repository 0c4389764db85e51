import { municipalityOfCode } from '../../area.ts';
import type { MapLevel } from '../../level.ts';
import { type CodedLevel, listCodes } from '../code-forms.ts';
import { rankNearest } from '../suggestion.ts';
import { fullName, plainName, provinceOfTwin, splitProvince } from './place-name.ts';

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
  /** What was found by another form of its code or name, a sentence for each of the two. */
  describeForms(): string[];
}

/**
 * Codes are found in every form that spreadsheets leave of them (see `listCodes`), names whatever their capitals, accents
 * and points, with the usual abbreviations, and those of municipalities with or without their province, wherever one
 * area alone fits; nothing that only resembles is found.
 */
export function createAreaIndex(areas: readonly KnownArea[], level: MapLevel): AreaIndex {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const own = areas.filter((area) => area.level === level);
  const [plain, full] = [plainName, fullName].map((write) => ({ write, areas: groupBy(own, write) }));
  const others = groupBy(
    areas.filter((area) => area.level !== level),
    plainName,
  );
  const otherMunicipalities = groupBy(
    areas.filter((area) => area.level === 'municipality' && area.level !== level),
    (name) => splitProvince(name).name,
  );
  const common = groupBy(level === 'municipality' ? own : [], (name) => splitProvince(name).name);
  const liesWithin = (area: KnownArea, within: string | null) =>
    within === null || level === 'municipality' || municipalityOfCode(area.code) === within;
  const forms = createForms();
  const findName = (text: string, within: string | null): readonly KnownArea[] => {
    for (const names of [plain, full]) {
      const found = (names?.areas.get(names.write(text)) ?? []).filter((area) => liesWithin(area, within));
      if (found.length) return found;
    }
    const { name, province } = splitProvince(text);
    return (common.get(name) ?? []).filter((area) => {
      const other = splitProvince(area.name).province ?? provinceOfTwin(name);
      return !province || !other || province === other;
    });
  };
  return {
    level,
    find(text, within) {
      const coded = findCodes(text, level, byCode, own);
      const inside = coded.filter((area) => liesWithin(area, within));
      const [code] = inside.length ? inside : coded;
      if (coded.length > 1 && inside.length !== 1) return { several: coded };
      if (code) return code.level === level ? { found: forms.add('code', text, code) } : { other: code };
      const named = findName(text, within);
      if (named.length > 1) return { several: named };
      if (named[0]) return { found: forms.add('name', text, named[0]) };
      const both = findCodeWithName(text, level, byCode, own);
      if (both) return { found: forms.add('code', text, both) };
      const same = others.get(plainName(text)) ?? otherMunicipalities.get(splitProvince(text).name);
      const other = same?.find(
        ({ code: of }) => within === null || of === within || municipalityOfCode(of) === within,
      );
      return other && other.level !== 'country' ? { other } : { several: [] };
    },
    suggest(text, within, most) {
      const near = own.filter((area) => liesWithin(area, within));
      const number = /^(?:GM|WK|BU)?0*([1-9]\d+)$/i.exec(text.trim().replace(/[.,]0+$/, ''))?.[1];
      const write = ({ code, name }: KnownArea) =>
        number ? code.slice(2).replace(/^0+/, '') : plainName(name);
      return rankNearest(number ?? plainName(text), near, write, most);
    },
    describeForms: forms.describe,
  };
}

/** Remembers what was found by another form of its code or name. */
function createForms() {
  const found = { code: new Map<string, KnownArea>(), name: new Map<string, KnownArea>() };
  return {
    add(by: 'code' | 'name', text: string, area: KnownArea): KnownArea {
      const isOther = by === 'code' ? text.trim() !== area.code : plainName(text) !== plainName(area.name);
      if (isOther) found[by].set(text, area);
      return area;
    },
    describe: () =>
      (['code', 'name'] as const).flatMap((by) => {
        const [first] = found[by];
        const { size } = found[by];
        if (!first) return [];
        const [text, { code, name }] = first;
        const what = by === 'code' ? 'codes in another form' : 'names in another form';
        return [
          `${size} ${size === 1 ? what.replace('codes', 'code').replace('names', 'name') : what} read as the only area that fits (${size === 1 ? '' : 'the first: '}"${text}" is ${code} ${name}).`,
        ];
      }),
  };
}

/** The areas that a text can be the code of: those of the level, or else one of another level that it has the letters of. */
function findCodes(
  text: string,
  level: MapLevel,
  known: ReadonlyMap<string, KnownArea>,
  own: readonly KnownArea[],
): readonly KnownArea[] {
  const whole = known.get(text.trim());
  if (whole) return [whole];
  const { codes, range } = listCodes(text, level);
  const found = codes.flatMap((code) => known.get(code) ?? []);
  if (found.length) return found;
  if (range)
    return own.filter(({ code }) => {
      const number = Number(code.slice(2));
      return number >= range.least && number < range.most;
    });
  const other = otherLevels[/^\s*(GM|WK|BU)/i.exec(text)?.[1]?.toUpperCase() ?? ''];
  if (!other || other === level) return [];
  return listCodes(text, other).codes.flatMap((code) => known.get(code) ?? []);
}

const otherLevels: Readonly<Record<string, CodedLevel | undefined>> = {
  GM: 'municipality',
  WK: 'district',
  BU: 'neighbourhood',
};

/** `BU01530001 Boswinkel`, `01530001 - Boswinkel`, `Boswinkel (BU01530001)`: code and name, which have to agree. */
function findCodeWithName(
  text: string,
  level: MapLevel,
  known: ReadonlyMap<string, KnownArea>,
  own: readonly KnownArea[],
): KnownArea | null {
  const [, before, behind] = /^\s*((?:BU|WK|GM)?\d[\dA-Z]{2,9})[\s:;,–-]+(.*\p{L}.*)$/iu.exec(text) ?? [];
  const [, first, last] =
    /^(.*\p{L}.*?)[\s:;,([–-]+((?:BU|WK|GM)\d[\dA-Z]{2,9})[)\]]?\s*$/iu.exec(text) ?? [];
  const [code, name] = [before ?? last ?? '', behind ?? first ?? ''];
  const [only, second] = code ? findCodes(code, level, known, own) : [];
  return only && !second && only.level === level && fullName(only.name) === fullName(name) ? only : null;
}

function groupBy(
  areas: readonly KnownArea[],
  write: (name: string) => string,
): Map<string, readonly KnownArea[]> {
  const groups = new Map<string, KnownArea[]>();
  for (const area of areas) groups.set(write(area.name), [...(groups.get(write(area.name)) ?? []), area]);
  return groups;
}
