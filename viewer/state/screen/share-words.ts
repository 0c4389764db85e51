import { computed } from '@preact/signals';
import { enShare } from '../../text/en-share.ts';
import { nlShare } from '../../text/nl-share.ts';
import { language } from '../link/view.ts';

const own = { nl: nlShare, en: enShare };

/** The words about passing on what is seen, in the language on screen. */
export const shareWords = computed(() => own[language.value]);
