/**
 * `row,column` of the formulas in a worksheet of an XLSX for which nothing is stored, from its XML: a text of no signs is
 * a result, but the value left out is none. Those of tables of data (what-if) are among them.
 */
export function findUncomputed(xml: string): Set<string> {
  const found = new Set<string>();
  for (const [, attributes = '', content = ''] of xml.matchAll(
    /<(?:\w+:)?c\b([^>]*[^/>])>(.*?)<\/(?:\w+:)?c>/gs,
  )) {
    if (!/<(?:\w+:)?f\b/.test(content)) continue;
    const isText = /\bt=["']str["']/.test(attributes);
    const hasValue = isText ? /<(?:\w+:)?v\b/.test(content) : /<(?:\w+:)?v>[^<]/.test(content);
    const [, letters, row] = /\br=["']([A-Z]+)(\d+)["']/.exec(attributes) ?? [];
    if (!hasValue && letters && row) found.add(`${Number(row) - 1},${readLetters(letters)}`);
  }
  return found;
}

/** AB → 27. */
function readLetters(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The XML of the worksheets of an XLSX by the names of their sheets; `parts`: its files. */
export function listWorksheets(parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const read = (path: string) => new TextDecoder().decode(parts.get(path));
  const targets = new Map(
    listTags(read('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ Id = '', Target = '' }) => [
      Id,
      Target,
    ]),
  );
  return new Map(
    listTags(read('xl/workbook.xml'), 'sheet').flatMap((tag): [string, string][] => {
      const target = targets.get(tag['r:id'] ?? '') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      return tag.name !== undefined && parts.has(path) ? [[tag.name, read(path)]] : [];
    }),
  );
}

function listTags(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)=(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', one, other]) => [
        key,
        decodeEntities(one ?? other ?? ''),
      ]),
    ),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decodeEntities(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}
