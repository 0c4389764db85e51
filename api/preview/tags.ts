import { findEntry } from '../../geodata/catalog.ts';
import { formatView } from '../../geodata/link/view.ts';
import type { Language } from '../../geodata/text.ts';
import { type FirstView, nameMaps } from '../first-view.ts';
import { escapeText } from '../pages/escaped-text.ts';
import type { Catalog } from '../schemas/catalog.ts';

/** Of a card, pixels: what Teams, Outlook and WhatsApp show whole. */
export const cardSize = { width: 1200, height: 630 } as const;

const site = 'Wijkinformatie Twente';

const cardWords: Readonly<
  Record<Language, { readonly locale: string; readonly source: string; readonly map: string }>
> = {
  nl: { locale: 'nl_NL', source: 'Bron', map: 'Kaart' },
  en: { locale: 'en_GB', source: 'Source', map: 'Map' },
};

/** What other sites and chat programs show of a link to a map: its title, its source, and a picture of it where it is drawn. */
export function writeCardTags(first: FirstView, catalog: Catalog, origin: string, isDrawn: boolean): string {
  const { view } = first;
  const words = cardWords[view.language];
  const titles = nameMaps(first, catalog);
  const title = titles.join(' · ');
  const sources = first.panels.flatMap(
    ({ indicator }) => findEntry(catalog, indicator.key)?.source?.title ?? [],
  );
  const source = [...new Set(sources)].join('; ');
  const query = formatView({ ...view, seeAs: null });
  const tags: [string, string][] = [
    ['og:type', 'website'],
    ['og:site_name', site],
    ['og:locale', words.locale],
    ['og:title', title],
    ['og:description', source ? `${words.source}: ${source}` : site],
    ['og:url', `${origin}/${query}`],
  ];
  if (isDrawn)
    tags.push(
      ['og:image', `${origin}/preview.png${query}`],
      ['og:image:type', 'image/png'],
      ['og:image:width', String(cardSize.width)],
      ['og:image:height', String(cardSize.height)],
      ['og:image:alt', `${words.map}: ${title}`],
      ['twitter:card', 'summary_large_image'],
    );
  return tags
    .map(([name, content]) => {
      const key = name.startsWith('og:') ? 'property' : 'name';
      return `<meta ${key}="${name}" content="${escapeText(content)}" />`;
    })
    .join('\n    ');
}
