import type { PresentationSharing } from '../../geodata/presentation/sharing.ts';
import type { Sentence } from './words.ts';

/** What is said about presentations and about following them. */
export interface MeetingWords {
  readonly keep: Readonly<Record<'title' | 'hint' | 'keep' | 'full', string>> & {
    readonly kept: Sentence<[number]>;
    readonly open: Sentence<[number]>;
  };
  readonly page: Readonly<
    Record<
      | 'intro'
      | 'empty'
      | 'emptyHint'
      | 'name'
      | 'slideTitle'
      | 'sentence'
      | 'notes'
      | 'notesHint'
      | 'up'
      | 'down'
      | 'remove'
      | 'show'
      | 'play'
      | 'speaker'
      | 'pptx'
      | 'pdf'
      | 'makeLink'
      | 'withNotes'
      | 'inLink'
      | 'notesInLink'
      | 'edit'
      | 'editReplaces'
      | 'clear'
      | 'unreadable'
      | 'unknown'
      | 'hiddenSlide'
      | 'slides'
      | 'own'
      | 'ownList'
      | 'noneKept'
      | 'saveTitle'
      | 'save'
      | 'saveAgain'
      | 'saveCopy'
      | 'saved'
      | 'signIn'
      | 'sharedWith'
      | 'organisation'
      | 'conflict'
      | 'refused'
      | 'removeKept'
      | 'toDraft'
      | 'untitled',
      string
    >
  > & {
    readonly sharings: Readonly<Record<PresentationSharing, string>>;
    readonly slide: Sentence<[number]>;
    readonly named: Sentence<[string, string]>;
    readonly moved: Sentence<[number, number]>;
    readonly removed: Sentence<[string]>;
    readonly hidden: Sentence<[number]>;
    readonly tooLong: Sentence<[number, number]>;
    readonly count: Sentence<[number]>;
    readonly linkRoom: Sentence<[number, number]>;
  };
  readonly player: Readonly<
    Record<
      | 'label'
      | 'previous'
      | 'next'
      | 'end'
      | 'full'
      | 'leaveFull'
      | 'notesWindow'
      | 'blank'
      | 'hidden'
      | 'keys'
      | 'source'
      | 'failed',
      string
    >
  > & {
    readonly place: Sentence<[number, number]>;
    readonly making: Sentence<[number, number]>;
  };
  readonly follow: Readonly<
    Record<
      'begin' | 'notBegun' | 'leading' | 'goTo' | 'qr' | 'end' | 'cutOff' | 'following' | 'back' | 'stop',
      string
    >
  > & {
    readonly begun: Sentence<[string]>;
    readonly followers: Sentence<[number]>;
    readonly hidden: Sentence<[number]>;
    readonly states: Readonly<
      Record<'joining' | 'following' | 'away' | 'lost' | 'full' | 'over' | 'unknown' | 'closed', string>
    >;
  };
  readonly speaker: Readonly<
    Record<'waiting' | 'ended' | 'noNotes' | 'nextSlide' | 'last' | 'clock' | 'since' | 'notes', string>
  >;
}
