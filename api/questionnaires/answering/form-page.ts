import { escapeText } from '../../pages/escaped-text.ts';
import { wordsOf } from './words.ts';

/** Of the form of a page that saves what is filled in. */
export const formId = 'vragen';

interface Form {
  readonly action: string;
  /** Shows that the form was written for this code; null: in a preview, from which nothing is sent. */
  readonly proof: string | null;
  /** Fields that are not seen. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** A form around HTML; in a preview the same without a way to send it. */
export function writeForm({ action, proof, hidden = {} }: Form, body: string): string {
  if (proof === null) return `<div>${body}</div>`;
  const fields = Object.entries({ ...hidden, bewijs: proof }).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeText(value)}">`,
  );
  return `<form id="${formId}" method="post" action="${escapeText(action)}" novalidate>${fields.join('')}\n${body}</form>`;
}

/** On, back and away. The way on comes first, so that it is what the enter key does. */
export function writeActions(language: string, { hasBack }: { readonly hasBack: boolean }): string {
  const { block } = wordsOf(language);
  const back = hasBack ? `<button name="doel" value="terug">${block.back}</button>` : '';
  return `<div class="actions"><button class="main" name="doel" value="verder">${block.next}</button>${back}<button name="doel" value="later">${block.later}</button></div>
<p class="soft">${block.saved}</p>`;
}
