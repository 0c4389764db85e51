import type { DocumentKind, DocumentRefusalReason } from '../../geodata/contribution/document.ts';
import type { Sentence } from './words.ts';

/** What is said of documents, and to who sends one. */
export interface DocumentWords {
  readonly kinds: Readonly<Record<DocumentKind, string>>;
  readonly read: Readonly<
    Record<
      | 'figures'
      | 'title'
      | 'intro'
      | 'kind'
      | 'anyKind'
      | 'search'
      | 'searchHint'
      | 'none'
      | 'noneFound'
      | 'download'
      | 'partFound'
      | 'nothingFound'
      | 'mark'
      | 'isComplete'
      | 'isNotComplete'
      | 'namesSources'
      | 'namesNoSources'
      | 'isRecent'
      | 'isNotRecent'
      | 'noMark',
      string
    >
  > & {
    readonly years: Sentence<[number, number]>;
    readonly size: Sentence<[string, string]>;
    readonly checkedBy: Sentence<[string]>;
    readonly heading: Sentence<[number]>;
  };
  readonly form: Readonly<
    Record<
      | 'begin'
      | 'document'
      | 'kind'
      | 'firstYear'
      | 'lastYear'
      | 'yearHint'
      | 'summary'
      | 'choose'
      | 'replace'
      | 'hint'
      | 'reading'
      | 'stop'
      | 'stopped'
      | 'mark'
      | 'markHint'
      | 'complete'
      | 'sources'
      | 'recent'
      | 'checkedBy'
      | 'saveMark',
      string
    >
  > & {
    readonly sending: Sentence<[string]>;
    readonly kept: Sentence<[string]>;
  };
  readonly refusals: Readonly<Record<DocumentRefusalReason | 'too-large', string>>;
}
