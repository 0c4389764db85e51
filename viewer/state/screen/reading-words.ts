import { computed } from '@preact/signals';
import { enReading } from '../../text/en-reading.ts';
import { nlReading } from '../../text/nl-reading.ts';
import { language } from '../link/view.ts';
import { words as shared } from './words.ts';

export { translate } from './words.ts';

const own = { nl: nlReading, en: enReading };

/** The words of the language on screen, with those that only pages to read say. */
export const words = computed(() => ({ ...shared.value, ...own[language.value] }));
