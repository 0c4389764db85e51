import { computed } from '@preact/signals';
import { language } from '../state/view.ts';
import { words as shared } from './current.ts';
import { enReading } from './en-reading.ts';
import { nlReading } from './nl-reading.ts';

export { translate } from './current.ts';

const own = { nl: nlReading, en: enReading };

/** The words of the language on screen, with those that only pages to read say. */
export const words = computed(() => ({ ...shared.value, ...own[language.value] }));
