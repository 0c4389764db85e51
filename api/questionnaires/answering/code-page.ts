import type { Wording } from '../../../geodata/questionnaire/questionnaire.ts';
import type { ReadCode } from '../../../geodata/sampling/code.ts';
import { escapeText } from '../../pages/escaped-text.ts';
import { writeLabelled } from './fields.ts';
import { writeKept } from './form.ts';
import { writePage } from './page.ts';
import { tellWording, writeDay } from './texts.ts';
import { answeringLanguages, wordsOf } from './words.ts';

/** What is wrong with a code that was typed. */
export type CodeFault = Extract<ReadCode, { fault: string }>['fault'] | 'unknown';

interface CodePage {
  readonly language: string;
  readonly email: string | null;
  /** As it was typed. */
  readonly typed?: string;
  readonly fault?: CodeFault | null;
  /** Rounds that ended, which an unknown code may have been for. */
  readonly ended?: readonly { readonly name: Wording; readonly closesOn: string }[];
  /** What was filled in on a page whose code is no longer known: it is sent along, to `action`. */
  readonly kept?: KeptForm;
  /** Why the code is asked for where something is kept: the browser knows none any more, or the page was of another one. */
  readonly why?: 'lostCookie' | 'otherCode';
}

interface KeptForm {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** A code in a text, which is written from left to right in every language, on one line. */
function markCode(text: string): string {
  return text.replace(/(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}/, '<span class="sign" dir="ltr">$&</span>');
}

/** Where a code is entered. */
export function writeCodePage({
  language,
  email,
  typed = '',
  fault,
  ended = [],
  kept,
  why,
}: CodePage): string {
  const words = wordsOf(language);
  const message = fault ? (fault === 'unknown' ? words.code.unknown : words.code.faults[fault]) : null;
  const field = writeLabelled(
    { id: 'code', legend: words.code.label, hints: [markCode(words.code.hint)], fault: message },
    (attributes) =>
      `<input class="code" type="text" id="code-0" name="code" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${escapeText(typed)}"${attributes}>`,
  );
  const closed = fault === 'unknown' ? ended : [];
  const lines = closed.map(
    ({ name, closesOn }) =>
      `<li>${escapeText(words.code.ended(tellWording(name, language), writeDay(closesOn, language)))}</li>`,
  );
  const said =
    why === 'otherCode' ? words.code.otherCode : { title: words.notices.lostCookie.title, text: '' };
  const lost = kept
    ? `<div class="note"><h2>${said.title}</h2><p>${escapeText(said.text)} ${words.code.keptHere}</p></div>`
    : '';
  return writePage({
    language,
    email,
    title: words.code.title,
    faults: message ? [{ id: 'code-0', message }] : [],
    languages: kept ? [] : answeringLanguages,
    body: `${lost}${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : ''}<p>${words.code.lead}</p>
<form method="post" action="${escapeText(kept?.action ?? '/vragenlijst')}">
${kept ? writeKept(kept.fields) : `<input type="hidden" name="taal" value="${language}">`}${field}
<div class="actions"><button class="main"${kept ? ' name="doel" value="verder"' : ''}>${words.code.next}</button></div>
</form>`,
  });
}
