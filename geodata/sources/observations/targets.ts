import type { Target } from '../../target.ts';
import { readAreaCode } from '../area-code.ts';
import {
  hasKey,
  keyError,
  type Node,
  readObject,
  readObjects,
  readOptionalText,
  readText,
  readTitle,
  refuseOtherKeys,
  show,
} from '../package/descriptor.ts';
import { readPeriod } from '../package/field.ts';
import { suggest } from '../suggestion.ts';

/**
 * Reads the targets that the region's municipalities set, each municipality, indicator and year once. Whether there is
 * such an indicator is known only beside what the database holds. Throws InputError.
 */
export function readTargets(node: Node, municipalities: readonly string[]): Target[] {
  const nodes = readObjects(node, 'targets', describePlace);
  const targets = nodes.map((own) => readTarget(own, municipalities));
  const seen = new Map<string, string>();
  for (const [position, own] of nodes.entries()) {
    const target = targets[position];
    const key = `${target?.municipality} ${target?.indicator} ${target?.period}`;
    const other = seen.get(key);
    if (other)
      throw keyError(
        own,
        'period',
        `${other} is of the same municipality, indicator and year`,
        'remove one of the two',
      );
    seen.set(key, own.place);
  }
  return targets;
}

/** `target 3 (GM0153 misdrijven 2026)`, as far as it says so. */
function describePlace({ municipality, indicator, period }: Record<string, unknown>, number: number): string {
  const named = [municipality, indicator, period].filter((part) => typeof part === 'string' && part);
  return named.length ? `target ${number} (${named.join(' ')})` : `target ${number}`;
}

function readTarget(node: Node, municipalities: readonly string[]): Target {
  refuseOtherKeys(node, ['municipality', 'indicator', 'period', 'value', 'source']);
  const place = `${node.place}, key "municipality"`;
  const municipality = readAreaCode(readText(node, 'municipality'), 'municipality', node.file, place);
  if (!municipalities.includes(municipality))
    throw keyError(
      node,
      'municipality',
      `${municipality} is no municipality of the region`,
      suggest(municipality, municipalities),
    );
  return {
    municipality,
    indicator: readText(node, 'indicator'),
    period: readYear(node),
    value: readValue(node),
    source: readSource(readObject(node, 'source', `${node.place}, source`)),
  };
}

function readYear(node: Node): string {
  const period = readPeriod(node);
  if (period !== null && /^\d{4}$/.test(period)) return period;
  const message = period === null ? 'the key is missing' : `${period} is no year`;
  throw keyError(node, 'period', message, 'write the year that it is to be reached in, such as "2026"');
}

function readValue(node: Node): number {
  const { value } = node.values;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const message = hasKey(node, 'value') ? `${show(value)} is no number` : 'the key is missing';
  throw keyError(node, 'value', message, 'write one such as 45.5, without quotes');
}

function readSource(node: Node): Target['source'] {
  refuseOtherKeys(node, ['title', 'url']);
  const url = readOptionalText(node, 'url');
  if (url !== null && !isWebAddress(url))
    throw keyError(node, 'url', `${show(url)} is no web address`, 'write it with https://, or leave it out');
  return { title: readTitle(node, 'title'), url };
}

/** Whether a page may show a text as a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text);
}
