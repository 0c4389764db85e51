import { language } from '../../state/link/view.ts';

/** A language as it is called in the language on screen: `tr` is Turks. */
export function nameLanguage(tag: string): string {
  return new Intl.DisplayNames([language.value], { type: 'language' }).of(tag) ?? tag;
}
