import { escapeText } from '../../pages/escaped-text.ts';
import { stylePath } from './style.ts';
import { markLanguage } from './texts.ts';
import { wordsOf } from './words.ts';

/** Something to put right, with the element it is about. */
export interface PageFault {
  readonly id: string;
  readonly message: string;
}

/** A page for whoever answers. `body` is HTML, all else text. */
export interface AnsweringPage {
  readonly language: string;
  readonly title: string;
  /** Above the title, soft: where in the questionnaire it is. */
  readonly progress?: string;
  /** Of the questionnaire, where it is known. */
  readonly name?: string;
  readonly faults?: readonly PageFault[];
  readonly body: string;
  /** The languages to choose from, at the head; none where there is nothing to choose. */
  readonly languages?: readonly string[];
  /** The form of the page, by its id, that is saved when another language is chosen; without it they are links. */
  readonly savedBy?: string;
  readonly email?: string | null;
  /** Its style sheet: by its address, or within the page. */
  readonly style?: 'linked' | string;
}

/** A whole page, that works without scripts. */
export function writePage(page: AnsweringPage): string {
  const { language, title, progress, name, faults = [], body, languages = [], savedBy, email, style } = page;
  const words = wordsOf(language);
  const whole = [faults.length > 0 ? words.errorTitle(title) : title, ...(progress ? [progress] : [])];
  const sheet =
    style === undefined || style === 'linked'
      ? `<link rel="stylesheet" href="${stylePath}">`
      : `<style>${style}</style>`;
  return `<!doctype html>
<html ${markLanguage(language)}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeText([...whole, ...(name ? [name] : [])].join(' – '))}</title>${sheet}</head>
<body>
<a class="skip" href="#inhoud">${words.skip}</a>
${writeHeader(name, savedBy ? writeLanguageButtons(language, languages, savedBy) : writeLanguageLinks(language, languages))}
<main id="inhoud" tabindex="-1">
${progress ? `<p class="progress">${escapeText(progress)}</p>` : ''}<h1>${escapeText(title)}</h1>
${writeSummary(faults, language)}${body}
</main>
<footer>${email ? `<p>${writeHelp(email, language)}</p>` : ''}</footer>
</body>
</html>
`;
}

function writeHeader(name: string | undefined, languages: string): string {
  if (!name && !languages) return '';
  return `<header>${name ? `<p>${escapeText(name)}</p>` : ''}${languages}</header>`;
}

function writeSummary(faults: readonly PageFault[], language: string): string {
  if (faults.length === 0) return '';
  const links = faults.map(
    ({ id, message }) => `<li><a href="#${escapeText(id)}">${escapeText(message)}</a></li>`,
  );
  return `<div class="summary" role="alert"><h2>${wordsOf(language).errorHeading}</h2><ul>${links.join('')}</ul></div>\n`;
}

function writeHelp(email: string, language: string): string {
  const address = `<a href="mailto:${escapeText(email)}"><bdi>${escapeText(email)}</bdi></a>`;
  return escapeText(wordsOf(language).help('\u0000')).replace('\u0000', address);
}

function writeLanguageLinks(language: string, languages: readonly string[]): string {
  if (languages.length < 2) return '';
  const links = languages.map((each) =>
    each === language
      ? `<strong aria-current="true">${wordsOf(each).language}</strong>`
      : `<a href="?taal=${each}" hreflang="${each}" ${markLanguage(each)}>${wordsOf(each).language}</a>`,
  );
  return `<nav class="languages" aria-label="${wordsOf(language).chooseLanguage}">${links.join('\n')}</nav>`;
}

/**
 * Buttons that save what was filled in and go on in another language. Before them the way on, unseen: the first button of a
 * form is what the enter key does.
 */
function writeLanguageButtons(language: string, languages: readonly string[], form: string): string {
  if (languages.length < 2) return '';
  const buttons = languages.map((each) =>
    each === language
      ? `<strong aria-current="true">${wordsOf(each).language}</strong>`
      : `<button form="${form}" name="doel" value="taal.${each}" ${markLanguage(each)}>${wordsOf(each).language}</button>`,
  );
  const first = `<button class="first" form="${form}" name="doel" value="verder" tabindex="-1" aria-hidden="true"></button>`;
  return `${first}<div class="languages" role="group" aria-label="${wordsOf(language).chooseLanguage}">${buttons.join('\n')}</div>`;
}
