import { documentTypes, isDocumentType } from '../../../geodata/contribution/document.ts';
import { formatNumber } from '../../../geodata/number.ts';
import type { ContributionSummaryBody } from '../../data/contract.ts';
import { language } from '../../state/link/view.ts';
import { documentWords } from '../../state/screen/document-words.ts';

type ShownDocument = NonNullable<ContributionSummaryBody['document']>;

/** `Wijkscan, 2024–2025`: what a document is, and of which years. */
export function nameDocument({ kind, firstYear, lastYear }: ShownDocument): string {
  const { kinds, read } = documentWords.value;
  return `${kinds[kind]}, ${read.years(firstYear, lastYear)}`;
}

/** `PDF, 1,2 MB`. */
export function nameFile({ type, bytes }: Pick<ShownDocument['file'], 'type' | 'bytes'>): string {
  const name = isDocumentType(type) ? documentTypes[type] : type;
  const isSmall = bytes < 1024 ** 2;
  const [size, unit] = isSmall ? [Math.ceil(bytes / 1024), 'kB'] : [bytes / 1024 ** 2, 'MB'];
  return documentWords.value.read.size(
    name === 'pdf' ? 'PDF' : name,
    `${formatNumber(size, isSmall ? 0 : 1, language.value)} ${unit}`,
  );
}
