import type { Polarity } from '../../geodata/indicator.ts';
import type { ChangeKind } from '../../geodata/questionnaire/comparison/version-change.ts';
import type { FindingKind, FindingSeverity } from '../../geodata/questionnaire/finding.ts';
import type { AnswerForm, Measure, Test } from '../../geodata/questionnaire/questionnaire.ts';
import type { RoundState } from '../../geodata/questionnaire/round.ts';
import type { Sentence } from './words.ts';

type Named = Sentence<[string]>;
type Counted = Sentence<[number]>;

/** What only the pages of questionnaires say. */
export interface QuestionnaireWords {
  states: Record<RoundState, string>;
  list: Record<
    | 'intro'
    | 'signIn'
    | 'notYours'
    | 'questionnaires'
    | 'none'
    | 'draft'
    | 'fixed'
    | 'edit'
    | 'look'
    | 'next'
    | 'rounds'
    | 'noRounds'
    | 'newRound'
    | 'noFixed'
    | 'begin'
    | 'how'
    | 'fromTemplate'
    | 'fromEmpty'
    | 'fromFile'
    | 'templateHint'
    | 'fileHint'
    | 'file'
    | 'name'
    | 'key'
    | 'keyHint'
    | 'beginButton'
    | 'notes'
    | 'all',
    string
  > & {
    version: Counted;
    counts: Sentence<[number, number, string]>;
    changed: Named;
    askedIn: Counted;
    of: Sentence<[string, number]>;
    from: Sentence<[string, string]>;
    editOf: Named;
    lookAt: Named;
    nextOf: Named;
  };
  parts: Record<'label' | 'write' | 'preview' | 'checks' | 'difference', string>;
  bar: Record<
    | 'save'
    | 'saving'
    | 'saved'
    | 'unsaved'
    | 'fix'
    | 'fixHint'
    | 'remove'
    | 'download'
    | 'next'
    | 'isDraft'
    | 'isFixed'
    | 'leave',
    string
  > & { faults: Counted; warnings: Counted };
  outline: Record<
    | 'label'
    | 'whole'
    | 'unnamed'
    | 'indicators'
    | 'kindOfNew'
    | 'addQuestion'
    | 'addBlock'
    | 'addIndicator'
    | 'removeQuestion'
    | 'removeBlock'
    | 'removeIndicator',
    string
  > & {
    up: Named;
    down: Named;
    movedUp: Named;
    movedDown: Named;
    addOwnBlock: Named;
  };
  form: Record<
    | 'name'
    | 'introduction'
    | 'introductionHint'
    | 'thanks'
    | 'languages'
    | 'languagesHint'
    | 'addLanguage'
    | 'addLanguageLabel'
    | 'beside'
    | 'dutchAlone'
    | 'block'
    | 'title'
    | 'about'
    | 'askedIn'
    | 'everywhere'
    | 'notYours'
    | 'notCommon'
    | 'question'
    | 'help'
    | 'helpHint'
    | 'kind'
    | 'key'
    | 'keyHint'
    | 'keyForm'
    | 'keyTaken'
    | 'required'
    | 'requiredHint'
    | 'answers'
    | 'most'
    | 'mostHint'
    | 'from'
    | 'to'
    | 'lowest'
    | 'highest'
    | 'offersNone'
    | 'leastNumber'
    | 'mostNumber'
    | 'longest'
    | 'longestHint'
    | 'missingOption'
    | 'addOption'
    | 'addRow'
    | 'remove'
    | 'indicator'
    | 'madeOf'
    | 'madeOfNone',
    string
  > & {
    kinds: Record<AnswerForm['kind'], string>;
    inLanguage: Sentence<[string, string]>;
    missing: Named;
    option: Counted;
    row: Counted;
    upOf: Named;
    downOf: Named;
    removeOf: Named;
    movedTo: Sentence<[string, number]>;
  };
  condition: Record<
    | 'legend'
    | 'always'
    | 'match'
    | 'all'
    | 'any'
    | 'question'
    | 'operator'
    | 'answers'
    | 'bound'
    | 'add'
    | 'remove'
    | 'nothingBefore',
    string
  > & {
    operators: Record<Test['operator'], string>;
    testOf: Counted;
    removeTest: Counted;
    unknown: Named;
  };
  national: Record<'legend' | 'key' | 'keyHint' | 'same' | 'none' | 'compares' | 'differs', string>;
  measure: Record<
    | 'legend'
    | 'nameNl'
    | 'nameEn'
    | 'theme'
    | 'polarity'
    | 'decimals'
    | 'kind'
    | 'question'
    | 'choose'
    | 'counted'
    | 'lowest'
    | 'highest'
    | 'least'
    | 'addPart'
    | 'remove',
    string
  > & {
    polarities: Record<Polarity, string>;
    kinds: Record<Measure['kind'], string>;
    formulas: Record<Measure['kind'], string>;
    part: Counted;
    removePart: Counted;
    pointsOf: Named;
  };
  preview: Record<
    'intro' | 'language' | 'part' | 'introduction' | 'frame' | 'save' | 'back' | 'forth',
    string
  >;
  checks: Record<'intro' | 'none' | 'show', string> & {
    severities: Record<FindingSeverity, string>;
    /** What is wrong, with what it names. */
    kinds: Record<FindingKind, Named>;
    /** What a text is of its question, block or questionnaire. */
    places: Record<
      'text' | 'help' | 'lowest' | 'highest' | 'title' | 'about' | 'name' | 'introduction' | 'thanks',
      string
    > & { options: Named; rows: Named };
  };
  difference: Record<
    'intro' | 'with' | 'none' | 'one' | 'indicators' | 'compares' | 'differs' | 'before' | 'after' | 'empty',
    string
  > & {
    version: Counted;
    /** What changed, with what it names. */
    kinds: Record<ChangeKind, Named>;
    because: Named;
  };
  conflict: Record<'title' | 'intro' | 'theirs' | 'together' | 'takeTheirs', string> & { both: Named };
  /** Why something was refused, by the kind of problem. */
  problems: Readonly<Record<string, string>> & { readonly other: string };
}
