import type { StepState } from '../../geodata/policy/cycle.ts';
import type { ListVisibility, ProblemDirection } from '../../geodata/policy/shared-list.ts';
import type { Visibility } from '../../geodata/visibility.ts';
import type { Sentence } from './words.ts';

/** What only the pages of the policy cycle, of shared lists and of who is signed in say. */
export interface PolicyWords {
  states: Record<StepState, string>;
  visibilities: Record<Visibility, string>;
  /** What is written in forms. */
  forms: Record<
    | 'save'
    | 'cancel'
    | 'edit'
    | 'remove'
    | 'add'
    | 'saving'
    | 'saved'
    | 'conflict'
    | 'now'
    | 'none'
    | 'keptDocument'
    | 'keptPractice'
    | 'empty'
    | 'optional'
    | 'visibility',
    string
  > & {
    editOf: Sentence<[string]>;
    removeOf: Sentence<[string]>;
  };
  /** Why something was refused, by the kind of problem. */
  problems: Readonly<Record<string, string>> & { readonly other: string };
  /** All municipalities beside each other. */
  matrix: Record<
    | 'intro'
    | 'template'
    | 'step'
    | 'inStep'
    | 'legend'
    | 'overdue'
    | 'noPlan'
    | 'none'
    | 'alone'
    | 'rhythm'
    | 'rhythmIntro'
    | 'noRhythm'
    | 'half'
    | 'who'
    | 'round'
    | 'rounds'
    | 'roundsIntro'
    | 'noRounds'
    | 'municipality'
    | 'print'
    | 'toCycle',
    string
  > & {
    /** Of which day it is, on paper. */
    asOf: Sentence<[string]>;
    caption: Sentence<[string, number]>;
    due: Sentence<[string]>;
    together: Sentence<[number, string]>;
    halfYear: Sentence<[1 | 2, number]>;
    halfShort: Sentence<[1 | 2, number]>;
    fits: Sentence<[number]>;
    hasPlan: Sentence<[number, number]>;
  };
  /** How a round of a survey was held. */
  round: Record<
    | 'even'
    | 'odd'
    | 'adult'
    | 'unknownAge'
    | 'format'
    | 'noFormat'
    | 'unknownFormat'
    | 'fits'
    | 'differs'
    | 'unknown'
    | 'none',
    string
  > & {
    age: Sentence<[number]>;
  };
  /** The policy of one municipality. */
  cycle: Record<
    | 'none'
    | 'begin'
    | 'template'
    | 'fromYear'
    | 'toYear'
    | 'steps'
    | 'state'
    | 'owner'
    | 'ownerHint'
    | 'mine'
    | 'due'
    | 'document'
    | 'documentTitle'
    | 'documentUrl'
    | 'decision'
    | 'decidedOn'
    | 'expected'
    | 'decidedBy'
    | 'priorities'
    | 'noPriorities'
    | 'addPriority'
    | 'priority'
    | 'about'
    | 'indicators'
    | 'addIndicator'
    | 'actions'
    | 'addAction'
    | 'what'
    | 'organisation'
    | 'until'
    | 'figures'
    | 'figure'
    | 'before'
    | 'after'
    | 'change'
    | 'target'
    | 'noLater'
    | 'noFigure'
    | 'series'
    | 'noCause'
    | 'allMunicipalities'
    | 'removeCycle'
    | 'settings'
    | 'inHands',
    string
  > & {
    title: Sentence<[string, number, number]>;
    progress: Sentence<[number, number]>;
    visibleTo: Sentence<[string]>;
    chance: Sentence<[number]>;
    targetIn: Sentence<[string, string]>;
  };
  /** Lists of areas that are tackled together. */
  lists: Record<
    | 'intro'
    | 'none'
    | 'problem'
    | 'areas'
    | 'members'
    | 'noMembers'
    | 'join'
    | 'leave'
    | 'stories'
    | 'noStories'
    | 'storiesForPartners'
    | 'joinFirst'
    | 'owner'
    | 'noOwner'
    | 'practice'
    | 'practiceHint'
    | 'note'
    | 'together'
    | 'togetherIntro'
    | 'make'
    | 'makeIntro'
    | 'makeButton'
    | 'title'
    | 'titleHint'
    | 'about'
    | 'which'
    | 'noAreas'
    | 'signIn'
    | 'made'
    | 'open'
    | 'all'
    | 'figures'
    | 'removeList'
    | 'howToAdd'
    | 'begin'
    | 'toDifferences'
    | 'unknown',
    string
  > & {
    visibilities: Record<ListVisibility, string>;
    directions: Record<ProblemDirection, string>;
    count: Sentence<[number, number]>;
    since: Sentence<[string]>;
    problemOf: Sentence<[string, string, string]>;
    view: Sentence<[number, number]>;
    viewAll: Sentence<[number]>;
    chart: Sentence<[figure: string]>;
    choose: Sentence<[string, number]>;
    tooMany: Sentence<[number]>;
    joinedOn: Sentence<[string]>;
  };
  /** The start page of who is signed in. */
  start: Record<
    | 'mine'
    | 'noMunicipality'
    | 'changed'
    | 'first'
    | 'nothingPublished'
    | 'published'
    | 'waits'
    | 'nothingWaits'
    | 'lists'
    | 'noLists'
    | 'toFigures'
    | 'toCycle'
    | 'toMap'
    | 'signIn'
    | 'region'
    | 'own'
    | 'news'
    | 'noNews',
    string
  > & {
    /** Why a text waits. */
    whys: Record<'to-read' | 'returned' | 'to-renew', string>;
    hello: Sentence<[string]>;
    since: Sentence<[string]>;
    nothingChanged: Sentence<[number]>;
    changedIn: Sentence<[string]>;
    overdue: Sentence<[string]>;
    dueOn: Sentence<[string]>;
  };
}
