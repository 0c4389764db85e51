import { computed } from '@preact/signals';
import { enContributions } from '../../text/en-contributions.ts';
import { nlContributions } from '../../text/nl-contributions.ts';
import { language } from '../link/view.ts';

const own = { nl: nlContributions, en: enContributions };

/** The words about stories and news, in the language on screen. */
export const contributionWords = computed(() => own[language.value]);
