import type { Language } from '../../geodata/text.ts';
import type { AreaDetail, AreaReference } from '../../sql/areas.ts';
import type { ProfileIndicator } from '../../sql/profile.ts';
import { writeFigure } from '../figures/figure-text.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { writePlainPage, writeWideTable } from '../pages/plain-page.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';
import { areaPageWords } from './words.ts';

/** All that is read of an area, for one reader. */
export interface AreaReading {
  readonly area: AreaDetail;
  readonly children: readonly AreaReference[];
  readonly profile: readonly ProfileIndicator[];
  readonly catalog: Catalog;
}

/** Of a description in a list of search results, more is cut off. */
const figuresInDescription = 3;

export const addressArea = (code: string) => `/areas/${encodeURIComponent(code)}`;

/** The page that answers, without scripts, what is known of an area: to read, and to be found by its name. */
export function writeAreaPage(reading: AreaReading, language: Language, origin: string): string {
  const { area } = reading;
  const words = areaPageWords[language];
  const municipality = area.parents.find(({ level }) => level === 'municipality')?.name ?? null;
  const region = reading.catalog.region.name[language];
  const place = words.within(words.levels[area.level], municipality, region);
  const figures = reading.profile.flatMap((entry) => {
    const indicator = reading.catalog.indicators.find(({ key }) => key === entry.indicator);
    return indicator ? [{ ...entry, definition: indicator }] : [];
  });
  const sentence = (name: string) => words.is(name, place);
  const said = figures
    .filter(({ figure }) => figure.value !== null)
    .slice(0, figuresInDescription)
    .map(
      ({ definition, figure }) =>
        `${definition.name[language]}: ${writeFigure(figure, definition, language)}`,
    );
  const description = [sentence(area.name), ...said.map((text) => `${text}.`)].join(' ');
  const title = `Wijkinformatie ${[area.name, municipality].filter((name) => name !== null).join(', ')}`;
  const body = [
    `<p><a href="/">Wijkinformatie ${escapeText(region)}</a></p>`,
    `<h1>${escapeText(area.name)}</h1>`,
    `<p>${escapeText(sentence(area.name))} ${escapeText(words.boundaries(area.boundaryYear))}</p>`,
    ...(reading.catalog.demonstration ? [`<p><strong>${words.demonstration}</strong></p>`] : []),
    figures.length === 0
      ? `<p>${words.noFigures}</p>`
      : writeFigures(figures, {
          caption: words.caption(area.name),
          reference: area.level === 'municipality' ? 'region' : 'municipality',
          language,
        }),
    writeAreas(
      words.above,
      area.parents.filter(({ level }) => level !== 'country'),
      language,
    ),
    writeAreas(words.neighbours, area.neighbours, language),
    writeAreas(words.parts, reading.children, language),
    writeWays(area.code, language),
  ].join('\n');
  const head = writeHead({ reading, language, origin, description, title });
  return writePlainPage({ language, title, head, body });
}

function writeFigures(
  figures: readonly (ProfileIndicator & { readonly definition: CatalogIndicator })[],
  {
    caption,
    reference,
    language,
  }: { caption: string; reference: 'municipality' | 'region'; language: Language },
): string {
  const { subject, figure, reference: references, source } = areaPageWords[language];
  const head = [subject, figure, references[reference], source]
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  const rows = figures.map((entry) => {
    const above = entry.benchmarks[reference];
    const cells = [
      writeFigure(entry.figure, entry.definition, language),
      above ? writeFigure(above, entry.definition, language) : '–',
      entry.source.title,
    ];
    const name = `<th scope="row">${escapeText(entry.definition.name[language])}</th>`;
    return `<tr>${name}${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`;
  });
  return writeWideTable({ label: caption, caption, head, rows });
}

function writeAreas(title: string, areas: readonly AreaReference[], language: Language): string {
  if (areas.length === 0) return '';
  const items = areas.map(
    ({ code, name }) =>
      `<li><a href="${addressArea(code)}${inLanguage(language)}">${escapeText(name)}</a></li>`,
  );
  return `<h2>${title}</h2><nav aria-label="${title}"><ul>${items.join('')}</ul></nav>`;
}

function writeWays(code: string, language: Language): string {
  const { map, profile, other } = areaPageWords[language];
  const elsewhere = language === 'nl' ? 'en' : 'nl';
  const ways = [
    `<li><a href="/?area=${encodeURIComponent(code)}${language === 'nl' ? '' : `&amp;lang=${language}`}">${map}</a></li>`,
    `<li><a href="/api/areas/${encodeURIComponent(code)}/profile">${profile}</a></li>`,
    `<li><a href="${addressArea(code)}${inLanguage(elsewhere)}" lang="${elsewhere}" hreflang="${elsewhere}">${other}</a></li>`,
  ];
  return `<hr><ul>${ways.join('')}</ul>`;
}

const inLanguage = (language: Language) => (language === 'nl' ? '' : `?lang=${language}`);

/** Where the page itself is, in both languages, and what it is about, by schema.org. */
function writeHead(page: {
  readonly reading: AreaReading;
  readonly language: Language;
  readonly origin: string;
  readonly description: string;
  readonly title: string;
}): string {
  const { reading, language, origin, description, title } = page;
  const { area } = reading;
  const own = `${origin}${addressArea(area.code)}`;
  const [longitude, latitude] = area.centroid ?? [];
  const parent = area.parents.find(({ level }) => level !== 'country');
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': `${own}${inLanguage(language)}`,
    name: title,
    description,
    inLanguage: language,
    mainEntity: {
      '@type': 'AdministrativeArea',
      name: area.name,
      identifier: area.code,
      ...(latitude !== undefined && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
      ...(parent && {
        containedInPlace: {
          '@type': 'AdministrativeArea',
          name: parent.name,
          url: `${origin}${addressArea(parent.code)}`,
        },
      }),
    },
  };
  const alternates = (['nl', 'en'] as const).map(
    (each) => `<link rel="alternate" hreflang="${each}" href="${escapeText(own)}${inLanguage(each)}">`,
  );
  return [
    `<meta name="description" content="${escapeText(description)}">`,
    `<link rel="canonical" href="${escapeText(own)}${inLanguage(language)}">`,
    ...alternates,
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  ].join('');
}
