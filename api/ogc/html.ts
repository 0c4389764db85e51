import type { Language } from '../../geodata/text.ts';
import { writeText } from '../documentation/html.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { writePlainPage, writeWideTable } from '../pages/plain-page.ts';
import type { Link } from './addresses.ts';
import type { Properties } from './items.ts';
import { standardWords } from './words.ts';

/** A resource as people read it. `links` are those of its JSON; of each place only the one that leads to a page is shown. */
export interface ReadableResource {
  readonly language: Language;
  readonly title: string;
  readonly description?: string;
  readonly links: readonly Link[];
  /** What belongs to it alone, as HTML. */
  readonly content?: string;
}

export function writeResourcePage({
  language,
  title,
  description,
  links,
  content,
}: ReadableResource): string {
  const words = standardWords[language];
  const text = description ? `<p>${writeText(description)}</p>` : '';
  const body = `<h1>${escapeText(title)}</h1>${text}${content ?? ''}${writeLinks(links, words.asData)}`;
  return writePlainPage({ language, title, body });
}

/** A page says where its JSON is; what has a page of its own is not listed as data too. */
function writeLinks(links: readonly Link[], asData: string): string {
  const shown = links.filter(
    ({ rel, type, templated }) =>
      !templated && rel !== 'self' && (rel === 'alternate' || !hasPage(links, rel) || type === 'text/html'),
  );
  const items = shown.map((link) => writeLink(link.rel === 'alternate' ? { ...link, title: asData } : link));
  return `<nav><ul>${items.join('')}</ul></nav>`;
}

function hasPage(links: readonly Link[], rel: string): boolean {
  return links.some((link) => link.rel === rel && link.type === 'text/html');
}

function writeLink({ href, title, rel }: Link): string {
  return `<li><a href="${escapeText(href)}">${escapeText(title ?? rel)}</a></li>`;
}

export function writeList(entries: readonly { readonly href: string; readonly title: string }[]): string {
  return `<ul>${entries.map(({ href, title }) => writeLink({ rel: '', href, title })).join('')}</ul>`;
}

/** A row an area; its code leads to the area by itself. */
export function writeTable(
  rows: readonly { readonly href: string; readonly properties: Properties }[],
): string {
  const names = Object.keys(rows[0]?.properties ?? {});
  const head = names.map((name) => `<th scope="col">${escapeText(name)}</th>`).join('');
  const written = rows.map(({ href, properties }) => {
    const cells = names.map((name) => {
      const text = escapeText(String(properties[name] ?? ''));
      return `<td>${name === 'code' ? `<a href="${escapeText(href)}">${text}</a>` : text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return writeWideTable({ label: names.join(', '), head, rows: written });
}

export function writeProperties(properties: Properties): string {
  const rows = Object.entries(properties).map(
    ([name, value]) => `<dt>${escapeText(name)}</dt><dd>${escapeText(String(value ?? '–'))}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}
