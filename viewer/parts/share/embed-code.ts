import type { EmbedKind, EmbedTheme } from '../../../geodata/link/embed.ts';

/** How high a frame is until it tells, and where scripts are off, CSS pixels. */
const heights: Readonly<Record<EmbedKind, number>> = { map: 640, chart: 460, figure: 180, table: 480 };

/** The address of a frame that shows a link of the product (its path and query). */
export function addressEmbed(link: string, kind: EmbedKind, theme: EmbedTheme): string {
  const { origin, searchParams } = new URL(link, location.origin);
  const own = new URLSearchParams([
    ['show', kind],
    ...searchParams,
    ...(theme === 'system' ? [] : [['theme', theme]]),
  ]);
  return `${origin}/embed?${own}`;
}

/** What to put into a page: a frame, and the script that gives it the height of what it shows. */
export function writeEmbedCode(address: string, title: string, kind: EmbedKind): string {
  const { origin } = new URL(address);
  const frame =
    `<iframe data-wijkinformatie src="${escapeAttribute(address)}" title="${escapeAttribute(title)}" loading="lazy" ` +
    `style="width:100%;height:${heights[kind]}px;border:0"></iframe>`;
  return `${frame}\n<script src="${origin}/embed.js" async></script>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
