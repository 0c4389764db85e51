/**
 * Fails when a document of ours names a file or folder that is not there, or an npm command that package.json lacks.
 * A name counts as a path when it stands in backticks or in a link and begins with one of our top-level names.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const folders = ['api', 'docs', 'geodata', 'scripts', 'sql', 'tests', 'viewer', '.ci'];

function listDocuments(): string[] {
  const top = readdirSync('.').filter((name) => name.endsWith('.md'));
  const below = readdirSync('docs').filter((name) => name.endsWith('.md'));
  return [...top, ...below.map((name) => join('docs', name))];
}

function findMentions(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name ?? '');
  const isOurs = (name: string) => folders.some((folder) => name.startsWith(`${folder}/`));
  return quoted
    .filter((name) => isOurs(name) && !/[*<>{}?]/.test(name))
    .map((name) => name.replace(/#.*$/, ''));
}

function findLinks(text: string, document: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => normalize(join(dirname(document), target.replace(/#.*$/, ''))));
}

function findCommands(text: string): string[] {
  return [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name]) => name ?? '');
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const stale = listDocuments().flatMap((document) => {
  const text = readFileSync(document, 'utf8');
  const paths = [...findMentions(text), ...findLinks(text, document)].filter((path) => !existsSync(path));
  const commands = findCommands(text).filter((name) => !(name in scripts));
  return [
    ...paths.map((path) => `${document}: names ${path}, which does not exist`),
    ...commands.map((name) => `${document}: names "npm run ${name}", which package.json does not have`),
  ];
});

for (const line of new Set(stale)) console.error(line);
process.exitCode = stale.length > 0 ? 1 : 0;
