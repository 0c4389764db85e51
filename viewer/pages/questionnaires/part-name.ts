import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { translate } from '../../state/screen/words.ts';
import { findBlockOf, type Place } from './editing.ts';

/** What a part of a questionnaire is called: the beginning of its text, or its key where it has none. */
export function namePart(questionnaire: Questionnaire, place: Place): string {
  if (place.kind === 'whole') return questionnaireWords.value.outline.whole;
  const text = textOf(questionnaire, place) || place.key;
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function textOf(questionnaire: Questionnaire, place: Exclude<Place, { kind: 'whole' }>): string | undefined {
  if (place.kind === 'block') return questionnaire.blocks.find(({ key }) => key === place.key)?.title.nl;
  if (place.kind === 'question')
    return findBlockOf(questionnaire, place.key)?.questions.find(({ key }) => key === place.key)?.text.nl;
  const found = questionnaire.indicators.find(({ key }) => key === place.key);
  return found && translate(found.name);
}
