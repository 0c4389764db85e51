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
