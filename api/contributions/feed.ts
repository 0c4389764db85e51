import type { Contribution } from '../../sql/contributions/contribution.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { renderMarkdown } from './markdown.ts';

interface Feed {
  readonly title: string;
  /** Where the site is, without a slash at the end. */
  readonly site: string;
  /** The path of the feed itself. */
  readonly path: string;
  readonly items: readonly Contribution[];
}

/** When nothing was published yet: a feed has to say when it changed last. */
const never = new Date(0);

/** A feed of contributions (Atom, RFC 4287), the latest first. */
export function writeFeed({ title, site, path, items }: Feed): string {
  const latest = items.map(({ publishedAt }) => publishedAt ?? never).sort((a, b) => Number(b) - Number(a));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
    `<title>${escapeText(title)}</title>`,
    `<id>${escapeText(site + path)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${escapeText(site + path)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeText(`${site}/?page=stories`)}"/>`,
    `<updated>${(latest[0] ?? never).toISOString()}</updated>`,
    ...items.map((item) => writeEntry(item, site)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function writeEntry(item: Contribution, site: string): string {
  const address = escapeText(`${site}/?page=contribution&contribution=${item.id}`);
  const published = (item.publishedAt ?? never).toISOString();
  const author = [item.name, item.role, item.organisation].filter(Boolean).join(', ');
  const lang = escapeText(item.lang);
  return [
    `<entry xml:lang="${lang}">`,
    `<title>${escapeText(item.title)}</title>`,
    `<id>${address}</id>`,
    `<link rel="alternate" type="text/html" href="${address}" hreflang="${lang}"/>`,
    `<published>${published}</published>`,
    `<updated>${published}</updated>`,
    `<author><name>${escapeText(author)}</name></author>`,
    `<content type="html">${escapeText(renderMarkdown(item.body))}</content>`,
    '</entry>',
  ].join('\n');
}
