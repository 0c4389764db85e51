/** What a document is: a plan, an agreement, figures or what was said. */
export const documentKinds = [
  'safety-plan',
  'implementation-plan',
  'covenant',
  'police-figures',
  'district-scan',
  'minutes',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Types of files that are taken as documents, each with how its name ends. */
export const documentTypes = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
} as const;
export type DocumentType = keyof typeof documentTypes;

export function isDocumentType(type: string): type is DocumentType {
  return Object.hasOwn(documentTypes, type);
}

/** Why a file is not taken as a document. */
export const documentRefusals = [
  'empty',
  'web-page',
  'program',
  'old-office',
  'other-kind',
  'pdf-begin',
  'pdf-end',
  'pdf-script',
  'pdf-launch',
  'pdf-files',
  'pdf-form',
  'pdf-locked',
  'pdf-unreadable',
  'archive-damaged',
  'archive-bomb',
  'archive-hidden',
  'office-other',
  'office-macro',
  'office-embedded',
  'office-outside',
  'too-slow',
  'virus',
  'scanner-silent',
] as const;
export type DocumentRefusalReason = (typeof documentRefusals)[number];

/** The most bytes of a document that is sent. */
export const mostDocumentBytes = 25 * 1024 ** 2;

/** How much of the text of a document can be found: all, its beginning, or nothing as it has none (a scan). */
export const textExtents = ['whole', 'part', 'none'] as const;
export type TextExtent = (typeof textExtents)[number];

/** The years that a document is about, and what it is. */
export interface DocumentDetails {
  readonly kind: DocumentKind;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** What an editor finds of a district scan. */
export interface QualityMark {
  readonly isComplete: boolean;
  readonly namesSources: boolean;
  readonly isRecent: boolean;
  /** Who checked it: an organisation or a role. */
  readonly checkedBy: string;
}

/** Earliest and latest year that a document may be about. */
export const documentYears = { first: 1990, last: 2100 } as const;
