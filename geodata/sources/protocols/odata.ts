import { InputError } from '../../problem.ts';
import type { Ask, LiveRegion } from '../live/source.ts';
import { isObject } from '../package/descriptor.ts';
import { group } from './groups.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The most rows that one question may match: CBS's OData v3 answers 500 to a larger one instead of paging it. */
export const mostRows = 10_000;

/** Conditions joined by `or` in one filter; services of this kind refuse a filter of more than 100 parts. */
const mostConditions = 20;

/** The query of an OData address. `undefined` leaves a part out. */
export function writeQuery(parts: { readonly filter?: string; readonly select?: readonly string[] }): string {
  const query = ['$format=json'];
  if (parts.filter) query.push(`$filter=${encodeURIComponent(parts.filter)}`);
  if (parts.select) query.push(`$select=${parts.select.map(encodeURIComponent).join(',')}`);
  return `?${query.join('&')}`;
}

/**
 * All rows of an address, page after page. Pages are asked of the host that was asked first, whatever the link says.
 * Throws InputError where an answer has no rows, or where the pages go in a circle.
 */
export async function readRows(address: string, ask: Ask): Promise<Row[]> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let page: string | null = address; page !== null; ) {
    if (seen.has(page)) throw broken(page, 'its pages go in a circle');
    seen.add(page);
    const answer = await ask.json(page);
    if (!isObject(answer) || !Array.isArray(answer.value) || !answer.value.every(isObject))
      throw broken(page, 'the answer holds no list of rows');
    rows.push(...answer.value);
    page = nextPage(answer['odata.nextLink'] ?? answer['@odata.nextLink'], page);
  }
  return rows;
}

/** A text of a row without the spaces that keys are padded with; empty where there is none. */
export function textOf(row: Row, key: string): string {
  const value = row[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The beginnings of the codes of a municipality and of its parts: `GM0153`, `WK0153`, `BU0153`. */
export function listPrefixes(municipality: string): string[] {
  return ['GM', 'WK', 'BU'].map((level) => `${level}${municipality.slice(2)}`);
}

/**
 * The codes of a region's municipalities, districts and neighbourhoods as a table has them. `listKeys` gives the codes
 * that begin with one of some texts.
 */
export async function listRegionKeys(
  { municipalities }: LiveRegion,
  listKeys: (prefixes: readonly string[]) => Promise<string[]>,
): Promise<string[]> {
  const asked = municipalities ?? (await listKeys(['GM']));
  const groups = await Promise.all(group(asked, 6).map((some) => listKeys(some.flatMap(listPrefixes))));
  return groups.flat();
}

/**
 * Groups of beginnings of codes that together match exactly the given keys among their kind, each group no more than
 * `limit` rows where a key has `rowsPerKey`. A beginning is made longer until it matches few enough.
 */
export function planGroups(keys: readonly string[], rowsPerKey: number, limit: number): string[][] {
  const starts = new Map<string, string[]>();
  for (const key of keys) {
    const start = key.slice(0, 6);
    starts.set(start, [...(starts.get(start) ?? []), key]);
  }
  const leaves = [...starts].flatMap(([start, own]) => narrow(start, own, Math.max(1, limit / rowsPerKey)));
  const groups: string[][] = [];
  let room = 0;
  for (const { prefix, rows } of leaves.map((leaf) => ({ ...leaf, rows: leaf.keys * rowsPerKey }))) {
    const last = groups.at(-1);
    if (last && rows <= room && last.length < mostConditions) last.push(prefix);
    else groups.push([prefix]);
    room = (last === groups.at(-1) ? room : limit) - rows;
  }
  return groups;
}

/** A filter for codes in `field` that begin with one of some texts. */
export function startsWithAny(field: string, prefixes: readonly string[]): string {
  const conditions = prefixes.map((prefix) => `startswith(${field},'${prefix}')`);
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' or ')})`;
}

/** The number that CBS puts behind a column's name changes from year to year: `k_65JaarOfOuder_12` → `65jaarofouder`. */
export function nameOf(keyOrTitle: string): string {
  const bare = keyOrTitle.replace(/_\d+$/, '').replace(/^k_/, '');
  return bare
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** An answer of a public service that cannot be used. */
export function broken(address: string, message: string): InputError {
  return new InputError({
    file: address,
    message,
    remedy: 'look at the address in a browser: the service may have changed, or give another with "--base"',
  });
}

function nextPage(link: unknown, page: string): string | null {
  if (typeof link !== 'string' || !link) return null;
  const next = new URL(link, page);
  return `${new URL(page).origin}${next.pathname}${next.search}`;
}

function narrow(prefix: string, keys: readonly string[], most: number): { prefix: string; keys: number }[] {
  if (keys.length <= most || keys.every((key) => key === prefix)) return [{ prefix, keys: keys.length }];
  const longer = new Map<string, string[]>();
  for (const key of keys) {
    const start = key.slice(0, prefix.length + 1);
    longer.set(start, [...(longer.get(start) ?? []), key]);
  }
  return [...longer].flatMap(([start, own]) => narrow(start, own, most));
}
