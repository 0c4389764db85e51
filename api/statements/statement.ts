import { type Language, languages } from '../../geodata/text.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { writePlainPage, writeWideTable } from '../pages/plain-page.ts';
import type { AccessibilityRecord } from './accessibility-record.ts';
import { accessibilityWords } from './accessibility-words.ts';
import { privacyWords } from './privacy-words.ts';

/** Addresses of what the site states of itself. */
export const statementPaths = {
  privacy: '/gegevensbescherming',
  accessibility: '/toegankelijkheid',
} as const;
export type StatementKey = keyof typeof statementPaths;

interface PrivacySettings {
  /** Whom to ask; null: nobody is named. */
  readonly email: string | null;
  readonly trailDays: number;
  /** Whether addresses are looked for by a location server. */
  readonly findsAddresses: boolean;
}

/** What is kept of whom and how long, and what goes to others, as a page without scripts. */
export function writePrivacyStatement(
  { email, trailDays, findsAddresses }: PrivacySettings,
  language: Language,
): string {
  const words = privacyWords[language];
  const rows = words.kept(trailDays).map(({ who, what, why, until }) => writeRow([who, what, why, until]));
  return writeStatement('privacy', words.title, language, [
    ...writeParagraphs([...words.intro, ...(findsAddresses ? [words.findsAddresses] : [])]),
    `<h2>${escapeText(words.table)}</h2>`,
    writeWideTable({ label: words.table, head: writeHeads(words.head), rows }),
    `<h2>${escapeText(words.rights)}</h2>`,
    ...writeParagraphs([...words.rightsText, email === null ? words.noContact : words.contact(email)]),
  ]);
}

/** What is done for everybody to be able to use the site, and what the last look at it found. */
export function writeAccessibilityStatement(
  { email, record }: { readonly email: string | null; readonly record: AccessibilityRecord },
  language: Language,
): string {
  const words = accessibilityWords[language];
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(record.day));
  const rows = record.findings.map(({ screen, rule, times }) => writeRow([screen, rule, String(times)]));
  return writeStatement('accessibility', words.title, language, [
    ...writeParagraphs(words.intro),
    `<h2>${escapeText(words.testing)}</h2>`,
    ...writeParagraphs([...words.testingText, words.run(day, record.looks, record.screens)]),
    rows.length === 0
      ? `<p>${escapeText(words.noneFound)}</p>`
      : writeWideTable({ label: words.found, caption: words.found, head: writeHeads(words.head), rows }),
    `<h2>${escapeText(words.limits)}</h2>`,
    ...writeParagraphs([...words.limitsText, email === null ? words.noContact : words.contact(email)]),
  ]);
}

function writeStatement(
  key: StatementKey,
  title: string,
  language: Language,
  parts: readonly string[],
): string {
  const ways = languages
    .filter((other) => other !== language)
    .map((other) => `<a href="${statementPaths[key]}?lang=${other}" lang="${other}">${names[other]}</a>`);
  const others = (Object.keys(statementPaths) as StatementKey[])
    .filter((other) => other !== key)
    .map((other) => `<a href="${statementPaths[other]}?lang=${language}">${titles[other][language]}</a>`);
  const body = [
    '<p><a href="/">Wijkinformatie</a></p>',
    `<h1>${escapeText(title)}</h1>`,
    ...parts,
    `<p>${[...others, ...ways].join(' · ')}</p>`,
  ].join('\n');
  return writePlainPage({ language, title: `${title} · Wijkinformatie`, body });
}

const names: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' };

const titles = {
  privacy: { nl: privacyWords.nl.title, en: privacyWords.en.title },
  accessibility: { nl: accessibilityWords.nl.title, en: accessibilityWords.en.title },
} as const;

const writeParagraphs = (texts: readonly string[]) => texts.map((text) => `<p>${escapeText(text)}</p>`);

const writeHeads = (heads: readonly string[]) =>
  heads.map((head) => `<th scope="col">${escapeText(head)}</th>`).join('');

function writeRow([first = '', ...others]: readonly string[]): string {
  const cells = others.map((cell) => `<td>${escapeText(cell)}</td>`).join('');
  return `<tr><th scope="row">${escapeText(first)}</th>${cells}</tr>`;
}
