import { computed } from '@preact/signals';
import { enQuestionnaires } from '../../text/en-questionnaires.ts';
import { nlQuestionnaires } from '../../text/nl-questionnaires.ts';
import { language } from '../link/view.ts';

const own = { nl: nlQuestionnaires, en: enQuestionnaires };

/** The words of the pages of questionnaires, in the language on screen. */
export const questionnaireWords = computed(() => own[language.value]);
