import type { Language } from '../../geodata/text.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { describeInline } from '../pages/security.ts';
import { frameScript } from './script.ts';
import { embedStyle } from './style.ts';
import { type EmbedRefusal, embedWords } from './words.ts';

/** What is shown in a frame on another site. All but `title` and `sources` is HTML. */
export interface EmbedContent {
  readonly title: string;
  /** Below the title, soft. */
  readonly notes: readonly string[];
  readonly body: string;
  /** Of what is seen, with their licence. */
  readonly sources: readonly string[];
  /** Of each map, what is said of each area by its number. */
  readonly areas?: readonly Readonly<Record<string, string>>[];
}

/** How a frame looks, whatever it shows. */
export interface EmbedLook {
  readonly language: Language;
  /** null: as the reader's system. */
  readonly theme: 'light' | 'dark' | null;
  /** Address of the same in the product itself, and as a table where that is something else. */
  readonly open: string;
  readonly table: string | null;
}

const ownTexts = [
  "default-src 'none'",
  `style-src ${describeInline(embedStyle)}`,
  `script-src ${describeInline(frameScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
];

/** Its own style and script, and nothing else; `ancestors`: which sites may show it. */
export function writeEmbedPolicy(ancestors: readonly string[]): string {
  return [...ownTexts, `frame-ancestors ${ancestors.join(' ')}`].join('; ');
}

/** The whole page of a frame. */
export function writeEmbed(content: EmbedContent, look: EmbedLook): string {
  const words = embedWords[look.language];
  const { title, notes, body, sources, areas } = content;
  const said = areas
    ? `<script type="application/json" id="areas">${JSON.stringify(areas).replaceAll('<', '\\u003c')}</script>`
    : '';
  const source = sources.length > 0 ? `${words.source}: ${escapeText(sources.join('; '))} · ` : '';
  return writePage(
    look,
    title,
    [
      `<h1>${escapeText(title)}</h1>`,
      ...notes.map((note) => `<p class="soft">${note}</p>`),
      body,
      `<footer>${source}${writeWays(look)}</footer>${said}`,
    ].join('\n'),
  );
}

/** The page of a frame that shows nothing, and why. */
export function writeEmbedRefusal(refusal: EmbedRefusal, look: EmbedLook): string {
  const text = embedWords[look.language].refusals[refusal];
  return writePage(look, text, `<p>${text}</p><footer>${writeWays({ ...look, table: null })}</footer>`);
}

function writeWays({ language, open, table }: EmbedLook): string {
  const words = embedWords[language];
  const way = (address: string, name: string, target: string) =>
    `<a href="${escapeText(address)}"${target}>${name}</a>`;
  return [
    ...(table === null ? [] : [way(table, words.asTable, '')]),
    way(open, words.open, ' target="_blank" rel="noopener"'),
  ].join(' · ');
}

function writePage({ language, theme }: EmbedLook, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"${theme ? ` data-theme="${theme}"` : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeText(title)}</title><style>${embedStyle}</style></head>
<body>
<main>
${body}
</main>
<script>${frameScript}</script>
</body>
</html>
`;
}
