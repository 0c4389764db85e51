import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in the sources where an input is refused. */
export interface Refusal {
  /** Its file, below geodata/sources or geodata, and the last text in the statement: its remedy, mostly. */
  readonly name: string;
  readonly file: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

const folderOf = (name: string) => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));
/** What people give is read in these, each named from where it lies. */
const roots = [
  { folder: folderOf('geodata/sources'), base: folderOf('geodata/sources') },
  { folder: folderOf('geodata/questionnaire'), base: folderOf('geodata') },
];

/** Every statement of geodata/sources and geodata/questionnaire that throws an InputError, made there or by a function that it calls. */
export function listRefusals(): Refusal[] {
  return roots.flatMap(({ folder, base }) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .flatMap((file) => listOfFile(join(folder, file), relative(base, join(folder, file)))),
  );
}

function listOfFile(path: string, file: string): Refusal[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?<![\w'] ?)throw (?!error\b|absent\b|new (?!InputError|AbsentError))/g)].flatMap(
    ({ index }) => {
      const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
      if (/\/\/|^\s*\*/.test(before)) return [];
      const statement = text.slice(index, endOfStatement(text, index));
      const firstLine = text.slice(0, index).split('\n').length;
      const lastLine = firstLine + statement.split('\n').length - 1;
      return [{ name: `${file}: ${nameStatement(statement)}`, file: path, firstLine, lastLine }];
    },
  );
}

/** The place that an error was thrown from; null where it was thrown elsewhere. */
export function findRefusal(error: Error, refusals: readonly Refusal[]): Refusal | null {
  for (const [, path = '', line = ''] of (error.stack ?? '').matchAll(
    /\(?((?:file:\/\/)?\/[^():\n]+\.ts):(\d+):\d+\)?/g,
  )) {
    const file = path.replace('file://', '').replace(/\?.*$/, '');
    const found = refusals.find(
      (one) =>
        relative(one.file, file) === '' && one.firstLine <= Number(line) && Number(line) <= one.lastLine,
    );
    if (found) return found;
  }
  return null;
}

/** The semicolon that ends a statement, texts and brackets passed over. */
function endOfStatement(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let place = start; place < text.length; place++) {
    const sign = text[place] ?? '';
    if (quote) {
      if (sign === '\\') place += 1;
      else if (sign === quote) quote = '';
    } else if (`'"\``.includes(sign)) quote = sign;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    else if (sign === ';' && depth <= 0) return place;
  }
  return text.length;
}

function nameStatement(statement: string): string {
  const texts = [...statement.matchAll(/'((?:[^'\\]|\\.)+)'|`((?:[^`\\]|\\.)+)`/g)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
  const words = texts.filter((text) => text.includes(' '));
  return (words.at(-1) ?? statement.replace('throw ', ''))
    .replaceAll('${', '{')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 90);
}
