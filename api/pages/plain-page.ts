import { style } from '../documentation/style.ts';
import { escapeText } from './escaped-text.ts';
import { describeInline } from './security.ts';

/** Under which a plain page shows: its own style, and nothing else. */
export const plainPagePolicy = `default-src 'none'; style-src ${describeInline(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A table that scrolls by itself where a page is narrow. `label` is text; `head` (the cells) and `rows` are HTML. */
export function writeWideTable(table: {
  readonly label: string;
  readonly caption?: string;
  readonly head: string;
  readonly rows: readonly string[];
}): string {
  const caption = table.caption === undefined ? '' : `<caption>${escapeText(table.caption)}</caption>`;
  return `<div class="wide" role="region" tabindex="0" aria-label="${escapeText(table.label)}"><table>${caption}<thead><tr>${table.head}</tr></thead><tbody>${table.rows.join('')}</tbody></table></div>`;
}

/** A page without scripts or other files. `head` and `body` are HTML; `head` is what stands in it beside the title. */
export function writePlainPage(page: {
  readonly language: string;
  readonly title: string;
  readonly head?: string;
  readonly body: string;
}): string {
  return `<!doctype html>
<html lang="${page.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(page.title)}</title>${page.head ?? ''}<style>${style}</style></head>
<body>
<main>
${page.body}
</main>
</body>
</html>
`;
}
