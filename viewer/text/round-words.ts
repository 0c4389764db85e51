import type { PersonalDataKind } from '../../geodata/contribution/personal-data.ts';
import type { SurveyMode } from '../../geodata/survey.ts';
import type { Sentence } from './words.ts';

type Named = Sentence<[string]>;
type Counted = Sentence<[number]>;

/** What only the page of a round says. */
export interface RoundWords {
  page: Record<'isNew' | 'toQuestionnaire' | 'answering' | 'saved' | 'unsaved' | 'remove', string> & {
    of: Sentence<[string, number]>;
  };
  plan: Record<
    | 'title'
    | 'name'
    | 'key'
    | 'keyHint'
    | 'version'
    | 'period'
    | 'periodHint'
    | 'boundaryYear'
    | 'opensOn'
    | 'closesOn'
    | 'ageFrom'
    | 'mode'
    | 'openLink'
    | 'openLinkHint'
    | 'hiddenBelow'
    | 'indicativeBelow'
    | 'removesSheets'
    | 'removesSheetsHint'
    | 'save'
    | 'begin'
    | 'bothDays'
    | 'answers'
    | 'yes'
    | 'no',
    string
  > & { age: Counted; versionOf: Sentence<[number, string]>; modes: Record<SurveyMode, string> };
  strata: Record<
    | 'title'
    | 'intro'
    | 'none'
    | 'municipality'
    | 'how'
    | 'perDistrict'
    | 'whole'
    | 'add'
    | 'precision'
    | 'precisionHint'
    | 'share'
    | 'shareHint'
    | 'response'
    | 'design'
    | 'designHint'
    | 'take'
    | 'fromRegister'
    | 'area'
    | 'population'
    | 'expected'
    | 'proposed'
    | 'planned'
    | 'reached'
    | 'made'
    | 'remove'
    | 'total'
    | 'save'
    | 'points',
    string
  > & {
    populationOf: Named;
    expectedOf: Named;
    plannedOf: Named;
    removeOf: Named;
    everybody: Named;
  };
  register: Record<'title' | 'intro' | 'none' | 'file' | 'fileHint' | 'notes', string> & {
    known: Sentence<[count: number, districts: string, people: string]>;
  };
  codes: Record<
    | 'title'
    | 'intro'
    | 'none'
    | 'area'
    | 'planned'
    | 'made'
    | 'left'
    | 'make'
    | 'makeAll'
    | 'keep'
    | 'letters'
    | 'lettersIntro'
    | 'list'
    | 'language'
    | 'noLanguage'
    | 'sender'
    | 'senderHint'
    | 'contact'
    | 'contactHint'
    | 'makeLetters'
    | 'reminders'
    | 'remindersIntro'
    | 'makeReminders'
    | 'reminderLetters'
    | 'takeBack'
    | 'openLink',
    string
  > & {
    makeOf: Named;
    madeNow: Sentence<[count: number, codes: string]>;
    unused: Sentence<[count: number, unused: string, all: string]>;
    takenBack: Sentence<[count: number, codes: string]>;
    localAddress: Sentence<[address: string]>;
  };
  state: Record<
    | 'open'
    | 'openTitle'
    | 'openIntro'
    | 'close'
    | 'closeTitle'
    | 'closeIntro'
    | 'weigh'
    | 'weighTitle'
    | 'weighIntro'
    | 'weighAgain'
    | 'publish'
    | 'publishTitle'
    | 'publishIntro'
    | 'noPublishing'
    | 'withdraw'
    | 'withdrawIntro'
    | 'working'
    | 'noStrata'
    | 'noRegister',
    string
  >;
  response: Record<
    | 'title'
    | 'intro'
    | 'none'
    | 'area'
    | 'invited'
    | 'planned'
    | 'count'
    | 'share'
    | 'few'
    | 'standing'
    | 'lags'
    | 'onTrack'
    | 'byAge'
    | 'age'
    | 'unknownAge'
    | 'byDay'
    | 'day'
    | 'untilDay'
    | 'noDays'
    | 'code'
    | 'openLink'
    | 'total'
    | 'chart',
    string
  > & {
    few10: Counted;
    elapsed: Counted;
    lagging: Counted;
    ages: Named;
  };
  result: Record<
    | 'title'
    | 'weighting'
    | 'method'
    | 'respondents'
    | 'invited'
    | 'response'
    | 'effective'
    | 'design'
    | 'weights'
    | 'converged'
    | 'notConverged'
    | 'keptApart'
    | 'leftOut'
    | 'silent'
    | 'collapsed'
    | 'figures'
    | 'indicator'
    | 'level'
    | 'area'
    | 'value'
    | 'bounds'
    | 'n'
    | 'effectiveN'
    | 'designEffect'
    | 'before'
    | 'noBefore'
    | 'hidden'
    | 'protecting'
    | 'notAsked'
    | 'indicative'
    | 'incomparable'
    | 'real'
    | 'chance'
    | 'toMap'
    | 'release',
    string
  > & {
    methods: Record<'design' | 'poststratified' | 'raked', string>;
    caveats: Record<'mode' | 'age' | 'sampling' | 'boundaries', string>;
    caveat: Named;
    levels: Record<'region' | 'municipality' | 'district' | 'neighbourhood', string>;
    between: Sentence<[string, string]>;
    comparedWith: Sentence<[string, string]>;
    hiddenBelow: Sentence<[number, number]>;
    people: Counted;
    notAskedIn: Counted;
    inMap: Named;
  };
  texts: Record<
    | 'title'
    | 'intro'
    | 'lay'
    | 'layIntro'
    | 'none'
    | 'waiting'
    | 'original'
    | 'cleaned'
    | 'cleanedHint'
    | 'found'
    | 'nothingFound'
    | 'confirm'
    | 'withhold'
    | 'read'
    | 'readNone',
    string
  > & {
    kinds: Record<PersonalDataKind, string>;
    left: Counted;
    of: Sentence<[string, string]>;
    number: Counted;
  };
}
