import type { Answers, Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { describeInline } from '../../pages/security.ts';
import { writeBlockPage } from './block-page.ts';
import { chooseLanguage, languagesOf } from './languages.ts';
import { writePage } from './page.ts';
import { answeringStyle } from './style.ts';
import { tellWording, writeWording } from './texts.ts';
import { wordsOf } from './words.ts';

/** Under which a preview shows: its own style and nothing else, in a frame of our own page. */
export const previewPolicy = `default-src 'none'; style-src ${describeInline(answeringStyle)}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

interface Preview {
  readonly questionnaire: Questionnaire;
  /** Key of a block; null: how it begins. */
  readonly block: string | null;
  readonly language: string;
  /** As if these had been answered before. */
  readonly answers: Answers;
}

/** A page as whoever answers sees it, from which nothing is sent. */
export function writePreview({ questionnaire, block: key, language: asked, answers }: Preview): string {
  const language = chooseLanguage(asked, languagesOf(questionnaire));
  const block = questionnaire.blocks.find((each) => each.key === key);
  const style = answeringStyle;
  if (!block)
    return writePage({
      language,
      style,
      title: tellWording(questionnaire.name, language),
      body: `<p>${writeWording(questionnaire.introduction, language)}</p><p class="actions"><button class="main">${wordsOf(language).intro.begin}</button></p>`,
    });
  const number = questionnaire.blocks.indexOf(block) + 1;
  return writeBlockPage({
    language,
    style,
    email: null,
    name: questionnaire.name,
    questionnaire,
    block,
    place: { number, count: questionnaire.blocks.length },
    answers,
    given: answers,
    faults: [],
    seen: '',
    proof: null,
  });
}
