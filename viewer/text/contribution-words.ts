import type { ContributionKind, ContributionState } from '../../geodata/contribution/contribution.ts';
import type { PersonalDataKind } from '../../geodata/contribution/personal-data.ts';
import type { Visibility } from '../../geodata/visibility.ts';
import type { Sentence } from './words.ts';

/** What is said about stories and news, and to who writes them. */
export interface ContributionWords {
  readonly kinds: Readonly<Record<ContributionKind, string>>;
  readonly read: Readonly<
    Record<
      | 'stories'
      | 'title'
      | 'ofArea'
      | 'none'
      | 'noneHere'
      | 'all'
      | 'news'
      | 'newsFeed'
      | 'pinned'
      | 'made'
      | 'withdrawnFigure'
      | 'redrawn'
      | 'sources'
      | 'onMap'
      | 'gone'
      | 'search'
      | 'searchHint'
      | 'searchButton'
      | 'nothingFound'
      | 'write'
      | 'openWhole'
      | 'region'
      | 'everything',
      string
    >
  > & {
    readonly heading: Sentence<[number]>;
    readonly holdsUntil: Sentence<[string]>;
    readonly found: Sentence<[number, string]>;
    readonly mark: Sentence<[string, string]>;
    readonly dots: Sentence<[number]>;
    readonly about: Sentence<[string]>;
    readonly visibleTo: Sentence<[string]>;
  };
  readonly visibilities: Readonly<Record<Visibility, string>>;
  readonly states: Readonly<Record<ContributionState | 'over' | 'revised', string>>;
  readonly desk: Readonly<
    Record<
      | 'intro'
      | 'signIn'
      | 'readOnly'
      | 'newStory'
      | 'newNews'
      | 'toRead'
      | 'toRenew'
      | 'own'
      | 'edited'
      | 'nothing'
      | 'edit'
      | 'open'
      | 'offer'
      | 'publish'
      | 'publishAnyway'
      | 'giveBack'
      | 'remark'
      | 'remarkHint'
      | 'renew'
      | 'renewUntil'
      | 'end'
      | 'withdraw'
      | 'remove'
      | 'pin'
      | 'unpin'
      | 'history'
      | 'shownNow'
      | 'toList'
      | 'second'
      | 'warnings'
      | 'warningsHint'
      | 'noWarnings'
      | 'nobody'
      | 'belongs'
      | 'belongsHint'
      | 'belongsNone'
      | 'belongsWrite'
      | 'belongsFind'
      | 'municipality'
      | 'rose'
      | 'fell',
      string
    >
  > & {
    readonly asked: Sentence<[string]>;
    readonly by: Sentence<[string, string]>;
    readonly belongsTo: Sentence<[string, string, string]>;
  };
  readonly form: Readonly<
    Record<
      | 'title'
      | 'body'
      | 'bodyHint'
      | 'sources'
      | 'sourcesHint'
      | 'lang'
      | 'visibility'
      | 'area'
      | 'areaPlaceholder'
      | 'noArea'
      | 'clear'
      | 'indicator'
      | 'noIndicator'
      | 'item'
      | 'whole'
      | 'period'
      | 'noPeriod'
      | 'about'
      | 'aboutHint'
      | 'municipality'
      | 'region'
      | 'organisation'
      | 'role'
      | 'roleHint'
      | 'showsName'
      | 'showsNameHint'
      | 'endsOn'
      | 'endsOnHint'
      | 'pictures'
      | 'picturesHint'
      | 'addPicture'
      | 'sending'
      | 'alternative'
      | 'alternativeHint'
      | 'removePicture'
      | 'preview'
      | 'write'
      | 'save'
      | 'saveAndOffer'
      | 'saved'
      | 'unsaved'
      | 'conflict'
      | 'conflictHint'
      | 'theirs'
      | 'takeTheirs'
      | 'keepMine',
      string
    >
  > & {
    readonly left: Sentence<[number]>;
    readonly conflictBy: Sentence<[string, string]>;
  };
  readonly languages: Readonly<Record<string, string>>;
  readonly personal: Readonly<Record<PersonalDataKind, string>>;
  readonly problems: Readonly<Record<string, string>> & { readonly other: string };
}
