import { computed } from '@preact/signals';
import { enAccount } from '../../text/en-account.ts';
import { nlAccount } from '../../text/nl-account.ts';
import { language } from '../link/view.ts';

const own = { nl: nlAccount, en: enAccount };

/** The words of the pages about signing in and people, in the language on screen. */
export const accountWords = computed(() => own[language.value]);
