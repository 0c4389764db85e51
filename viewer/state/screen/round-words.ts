import { computed } from '@preact/signals';
import { enRounds } from '../../text/en-rounds.ts';
import { nlRounds } from '../../text/nl-rounds.ts';
import { language } from '../link/view.ts';

const own = { nl: nlRounds, en: enRounds };

/** The words of the page of a round, in the language on screen. */
export const roundWords = computed(() => own[language.value]);
