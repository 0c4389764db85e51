import { computed } from '@preact/signals';
import { enDocuments } from '../../text/en-documents.ts';
import { nlDocuments } from '../../text/nl-documents.ts';
import { language } from '../link/view.ts';

const own = { nl: nlDocuments, en: enDocuments };

/** The words about documents, in the language on screen. */
export const documentWords = computed(() => own[language.value]);
