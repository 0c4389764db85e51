import { InputError } from '../../problem.ts';
import type { Repair } from '../boundaries/repair.ts';
import { readPublished } from '../name-text.ts';
import { findNearest, suggest } from '../suggestion.ts';

/** An object in a descriptor, with the words that tell people where it stands. */
export interface Node {
  readonly file: string;
  readonly place: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Gathers what was read otherwise than it stands there, where somebody reports it. */
  readonly notes?: Repair[];
}

/** Whether a parsed JSON value is an object (not an array). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The error for a key of a node: file, place and key in one line. */
export function keyError(node: Node, key: string, message: string, remedy: string): InputError {
  const place = node.place ? `${node.place}, key "${key}"` : `key "${key}"`;
  return new InputError({ file: node.file, place, message, remedy });
}

export function hasKey(node: Node, key: string): boolean {
  return node.values[key] !== undefined && node.values[key] !== null;
}

/** Refuses keys that nobody reads: mostly they are mistyped. */
export function refuseOtherKeys(node: Node, known: readonly string[]): void {
  for (const key of Object.keys(node.values))
    if (!known.includes(key)) throw keyError(node, key, 'the key is unknown', suggest(key, known));
}

/** The object under a key, as a node of its own. */
export function readObject(node: Node, key: string, place = node.place): Node {
  const value = requireKey(node, key);
  if (!isObject(value)) throw keyError(node, key, 'it is no object', 'write it as { … }');
  return { ...node, place, values: value };
}

/** The objects in the list under a key; `describe` names one for people. An absent list is empty unless `required`. */
export function readObjects(
  node: Node,
  key: string,
  describe: (values: Record<string, unknown>, number: number) => string,
  isRequired = false,
): Node[] {
  return readList(node, key, isRequired).map((value, index) => {
    if (!isObject(value)) throw keyError(node, key, `item ${index + 1} is no object`, 'write it as { … }');
    return { ...node, place: describe(value, index + 1), values: value };
  });
}

export function readTexts(node: Node, key: string, isRequired = false): string[] {
  return readList(node, key, isRequired).map((value, index) => {
    if (typeof value !== 'string')
      throw keyError(node, key, `item ${index + 1} is no text`, 'write it between quotes');
    return value;
  });
}

export function readText(node: Node, key: string): string {
  const value = requireKey(node, key);
  if (typeof value !== 'string' || !value.trim())
    throw keyError(node, key, `${show(value)} is no text`, 'write a text between quotes');
  return value.trim();
}

/** A text that is published, see `readPublished`. */
export function readTitle(node: Node, key: string): string {
  const place = node.place ? `${node.place}, key "${key}"` : `key "${key}"`;
  const onRepair = (message: string, what: string) =>
    node.notes?.push({ file: node.file, place: `${place}, ${what}`, message });
  return readPublished(readText(node, key), { file: node.file, place, onRepair });
}

export function readOptionalText(node: Node, key: string): string | null {
  return hasKey(node, key) ? readText(node, key) : null;
}

export function readChoice<Choice extends string>(
  node: Node,
  key: string,
  choices: readonly Choice[],
): Choice {
  const text = readText(node, key);
  const choice = choices.find((candidate) => candidate === text);
  if (!choice) throw keyError(node, key, `"${text}" is unknown`, suggest(text, choices));
  return choice;
}

export function readInteger(node: Node, key: string, least: number, most: number): number {
  const value = requireKey(node, key);
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw keyError(
      node,
      key,
      `${show(value)} is no whole number from ${least} to ${most}`,
      `write one such as ${least}, without quotes`,
    );
  return value;
}

/** A value cut off to what fits in one line. */
export function show(value: unknown): string {
  const text = stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** What lies too deep in itself to be written as a whole is shown by its brackets. */
function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}

function readList(node: Node, key: string, isRequired: boolean): unknown[] {
  if (!isRequired && !hasKey(node, key)) return [];
  const value = requireKey(node, key);
  if (!Array.isArray(value)) throw keyError(node, key, 'it is no list', 'write it as [ … ]');
  if (isRequired && !value.length) throw keyError(node, key, 'the list is empty', 'add at least one');
  return value;
}

function requireKey(node: Node, key: string): unknown {
  if (hasKey(node, key)) return node.values[key];
  const nearest = findNearest(key, Object.keys(node.values));
  throw keyError(node, key, 'the key is missing', nearest ? `rename "${nearest}" to it` : 'add it');
}
