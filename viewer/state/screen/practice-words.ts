import { computed } from '@preact/signals';
import { enPractices } from '../../text/en-practices.ts';
import { nlPractices } from '../../text/nl-practices.ts';
import { language } from '../link/view.ts';

const own = { nl: nlPractices, en: enPractices };

/** The words about practices, in the language on screen. */
export const practiceWords = computed(() => own[language.value]);
