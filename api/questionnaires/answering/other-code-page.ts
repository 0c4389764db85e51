import { formatCode } from '../../../geodata/sampling/code.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writePage } from './page.ts';
import { writeCodeSign } from './texts.ts';
import { wordsOf } from './words.ts';

interface OtherCodePage {
  readonly language: string;
  readonly email: string | null;
  /** The code that the link brought; null: it is the open link, whose address is `action`. */
  readonly code: string | null;
  readonly action?: string;
}

/** Asks whether to go on with the code of a link, or by the open link, where this browser is answering with another code. */
export function writeOtherCodePage({
  language,
  email,
  code,
  action = '/vragenlijst',
}: OtherCodePage): string {
  const { otherCode, intro } = wordsOf(language);
  const brought =
    code === null
      ? ''
      : `<input type="hidden" name="code" value="${escapeText(code)}">
<p>${escapeText(otherCode.given)} ${writeCodeSign(formatCode(code))}</p>`;
  return writePage({
    language,
    email,
    title: otherCode.title,
    body: `<p>${escapeText(code === null ? otherCode.openText : otherCode.text)}</p>
<form method="post" action="${escapeText(action)}">
<input type="hidden" name="taal" value="${escapeText(language)}">${brought}
<div class="actions"><button class="main" name="doel" value="blijven">${intro.resume}</button><button name="doel" value="verder">${escapeText(code === null ? otherCode.begin : otherCode.change)}</button></div>
</form>`,
  });
}
