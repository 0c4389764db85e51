import type { Text } from '../../text.ts';
import { hasKey, keyError, type Node, readObject, readText, readTitle, show } from './descriptor.ts';

/** The name in Dutch and English. */
export function readName(node: Node, key: string): Text {
  const name = readObject(node, key);
  if (!hasKey(name, 'nl') || !hasKey(name, 'en'))
    throw keyError(
      node,
      key,
      `${show(node.values[key])} lacks a language`,
      'give it as { "nl": …, "en": … }',
    );
  return { nl: readTitle(name, 'nl'), en: readTitle(name, 'en') };
}

/** A key as it stands in links and file names: small letters, digits and hyphens. */
export function readKey(node: Node, key: string): string {
  const text = readText(node, key);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text))
    throw keyError(node, key, `"${text}" cannot be used in a link`, 'use small letters, digits and hyphens');
  return text;
}
