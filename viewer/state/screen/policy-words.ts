import { computed } from '@preact/signals';
import { enPolicy } from '../../text/en-policy.ts';
import { nlPolicy } from '../../text/nl-policy.ts';
import { language } from '../link/view.ts';

const own = { nl: nlPolicy, en: enPolicy };

/** The words of the pages of the policy cycle, of shared lists and of who is signed in, in the language on screen. */
export const policyWords = computed(() => own[language.value]);
