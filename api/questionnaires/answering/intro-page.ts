import { formatCode } from '../../../geodata/sampling/code.ts';
import type { AnsweredRound } from '../../../sql/questionnaires/answered-round.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { languagesOf } from './languages.ts';
import { writePage } from './page.ts';
import { tellWording, writeCodeSign, writeDay, writeWording } from './texts.ts';
import { wordsOf } from './words.ts';

interface IntroPage {
  readonly language: string;
  readonly email: string | null;
  readonly round: Pick<AnsweredRound, 'name' | 'closesOn' | 'ageFrom' | 'questionnaire'>;
  /** Where the way on leads; a `post` for who begins by the open link. */
  readonly next: { readonly address: string; readonly isPost: boolean; readonly isResumed: boolean };
  /** Of who began by the open link. */
  readonly ownCode: string | null;
}

/** What the questionnaire is about, how answers are kept, and the way in. */
export function writeIntroPage({ language, email, round, next, ownCode }: IntroPage): string {
  const words = wordsOf(language);
  const { intro } = words;
  const { questionnaire } = round;
  const text = next.isResumed ? intro.resume : intro.begin;
  const way = next.isPost
    ? `<form method="post" action="${escapeText(next.address)}"><input type="hidden" name="taal" value="${language}"><div class="actions"><button class="main">${text}</button></div></form>`
    : `<p class="actions"><a class="button main" href="${escapeText(next.address)}">${text}</a></p>`;
  const own = ownCode
    ? `<div class="note"><p>${intro.ownCode} ${writeCodeSign(formatCode(ownCode))}</p><p>${intro.ownCodeHint}</p></div>`
    : '';
  return writePage({
    language,
    email,
    title: tellWording(questionnaire.name, language),
    name: tellWording(round.name, language),
    languages: languagesOf(questionnaire),
    body: `<p>${writeWording(questionnaire.introduction, language)}</p>
<p>${next.isPost ? `${escapeText(intro.openLead(round.ageFrom))} ` : ''}${escapeText(intro.until(writeDay(round.closesOn, language)))}</p>
${own}${way}
<h2>${intro.privacyTitle}</h2>
<ul>${(next.isPost ? intro.openPrivacy : intro.privacy).map((line) => `<li>${line}</li>`).join('')}</ul>`,
  });
}
