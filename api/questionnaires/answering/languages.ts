import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { answeringLanguages } from './words.ts';

/** The languages in which a questionnaire can be answered: those it was written in and that the pages speak. */
export function languagesOf({ languages }: Pick<Questionnaire, 'languages'>): readonly string[] {
  return languages.filter((language) => answeringLanguages.includes(language));
}

/** The language that was asked for where it is there, or else Dutch. */
export function chooseLanguage(asked: string | undefined, among: readonly string[]): string {
  return among.find((language) => language === asked) ?? 'nl';
}

/** The first language of a browser (`Accept-Language`, RFC 9110, 12.5.4) that is among these; null: none is. */
export function chooseAccepted(accepted: string | undefined, among: readonly string[]): string | null {
  const wishes = (accepted ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.find((one) => one.trim().startsWith('q='))?.split('=')[1];
    return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 };
  });
  const known = wishes.filter(({ language, weight }) => weight > 0 && among.includes(language));
  return known.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? null;
}
