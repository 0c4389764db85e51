import type { Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import { formatCode } from '../../../geodata/sampling/code.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writePage } from './page.ts';
import { tellWording, writeCodeSign, writeDay, writeWording } from './texts.ts';
import { answeringLanguages, wordsOf } from './words.ts';

/** Why nothing can be answered. */
export type Notice =
  | {
      readonly kind:
        | 'used'
        | 'sentBefore'
        | 'noCookie'
        | 'tooYoung'
        | 'noOpenLink'
        | 'tooMany'
        | 'otherPage'
        | 'failed'
        | 'unavailable'
        | 'notFound';
    }
  | { readonly kind: 'notYet' | 'ended'; readonly day: string };

interface NoticePage {
  readonly language: string;
  readonly email: string | null;
  readonly name?: Wording | undefined;
  /** A page of the questionnaire to go on at, with its words; absent: where a code is entered. */
  readonly way?: { readonly address: string; readonly text: string };
}

/** What is the case, and what to do. */
export function writeNoticePage(notice: Notice, { language, email, name, way }: NoticePage): string {
  const words = wordsOf(language);
  const said =
    'day' in notice
      ? {
          title: words.notices[notice.kind].title,
          text: words.notices[notice.kind].text(writeDay(notice.day, language)),
        }
      : words.notices[notice.kind];
  const { address, text } = way ?? { address: '/vragenlijst', text: words.toCode };
  return writePage({
    language,
    email,
    title: said.title,
    languages: answeringLanguages,
    ...(name ? { name: tellWording(name, language) } : {}),
    body: `<p>${escapeText(said.text)}</p><p><a href="${escapeText(address)}">${text}</a></p>`,
  });
}

/** After sending. `thanks` of the questionnaire; null: it is not known any more which one it was. */
export function writeThanksPage(thanks: Wording | null, { language, email, name }: NoticePage): string {
  const words = wordsOf(language).thanks;
  return writePage({
    language,
    email,
    title: words.title,
    ...(name ? { name: tellWording(name, language) } : {}),
    languages: answeringLanguages,
    body: `${thanks ? `<p>${writeWording(thanks, language)}</p>` : ''}<p>${words.sent} ${words.close}</p>`,
  });
}

/** After "continue later": the code to write down. */
export function writeLaterPage(
  { code, closesOn }: { readonly code: string; readonly closesOn: string },
  { language, email, name }: NoticePage,
): string {
  const { later, intro } = wordsOf(language);
  return writePage({
    language,
    email,
    title: later.title,
    ...(name ? { name: tellWording(name, language) } : {}),
    body: `<p>${later.text}</p><p>${writeCodeSign(formatCode(code))}</p><p>${escapeText(later.day(writeDay(closesOn, language)))}</p><p><a class="button" href="/vragenlijst">${intro.resume}</a></p>`,
  });
}
