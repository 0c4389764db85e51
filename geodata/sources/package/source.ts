import { hasKey, keyError, type Node, readObjects, readOptionalText, readTitle } from './descriptor.ts';

/** The terms under which figures may be used again. `name` is the one of Open Definition, such as `CC-BY-4.0`. */
export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly url: string | null;
}

/** Who made the figures, and under which licence. `key` is unique within the package. */
export interface Source {
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly licence: Licence | null;
}

/** The licences of a package or resource. */
export function readLicences(node: Node): Licence[] {
  return readObjects(node, 'licenses', (_, number) => placeIn(node, `licence ${number}`)).map((licence) => {
    const url = readAddress(licence, 'path');
    const name = readOptionalText(licence, 'name') ?? url;
    if (!name) throw keyError(licence, 'name', 'the key is missing', 'name the licence, such as "CC-BY-4.0"');
    return { name, title: hasKey(licence, 'title') ? readTitle(licence, 'title') : name, url };
  });
}

/**
 * The source of a resource: its own, or else the package's. Several are one source that names them all, with the
 * address of the first. Throws InputError where neither names any, since no figure goes without its source.
 */
export function readSource(resource: Node, whole: Node): Source {
  const holder = hasKey(resource, 'sources') ? resource : whole;
  const sources = readObjects(holder, 'sources', (_, number) => placeIn(holder, `source ${number}`));
  const titles = sources.map((source) => readTitle(source, 'title'));
  const urls = sources.map((source) => readAddress(source, 'path'));
  if (!titles.length)
    throw keyError(
      resource,
      'sources',
      'it says nowhere whose figures these are',
      'add [{ "title": …, "path": … }]',
    );
  const title = titles.join('; ');
  const licence = readLicences(hasKey(resource, 'licenses') ? resource : whole)[0] ?? null;
  return { key: toSlug(title), title, url: urls[0] ?? null, licence };
}

/** Small letters, digits and hyphens: `GGD'en, CBS en RIVM` → `ggden-cbs-en-rivm`. */
function toSlug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'source';
}

/** Gives sources that share a title but differ in address or licence keys of their own. */
export function createSourceRegister(): (source: Source) => Source {
  const known: Source[] = [];
  return (source) => {
    const same = known.find(
      ({ title, url, licence }) =>
        title === source.title &&
        url === source.url &&
        JSON.stringify(licence) === JSON.stringify(source.licence),
    );
    if (same) return same;
    const isTaken = (key: string) => known.some((other) => other.key === key);
    let key = source.key;
    for (let number = 2; isTaken(key); number++) key = `${source.key}-${number}`;
    const own = { ...source, key };
    known.push(own);
    return own;
  };
}

/** Only web addresses: the page shows them as links. Anything else, such as a licence file in the package, is no address. */
function readAddress(node: Node, key: string): string | null {
  const text = readOptionalText(node, key);
  return text && /^https?:\/\//i.test(text) ? text : null;
}

function placeIn(node: Node, part: string): string {
  return node.place ? `${node.place}, ${part}` : part;
}
