import { formatCode } from '../../../geodata/sampling/code.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writePage } from './page.ts';
import { writeCodeSign } from './texts.ts';
import { wordsOf } from './words.ts';

interface OtherCodePage {
  readonly language: string;
  readonly email: string | null;
  /** The code that the link brought. */
  readonly code: string;
}

/** Asks whether to go on with the code of a link, where this browser is answering with another one. */
export function writeOtherCodePage({ language, email, code }: OtherCodePage): string {
  const { otherCode, intro } = wordsOf(language);
  return writePage({
    language,
    email,
    title: otherCode.title,
    body: `<p>${escapeText(otherCode.text)}</p>
<form method="post" action="/vragenlijst">
<input type="hidden" name="taal" value="${escapeText(language)}"><input type="hidden" name="code" value="${escapeText(code)}">
<p>${escapeText(otherCode.given)} ${writeCodeSign(formatCode(code))}</p>
<div class="actions"><button class="main" name="doel" value="blijven">${intro.resume}</button><button name="doel" value="verder">${escapeText(otherCode.change)}</button></div>
</form>`,
  });
}
