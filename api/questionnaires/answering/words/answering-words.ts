import type { FaultKind } from '../../../../geodata/questionnaire/answer.ts';
import type { AgeBand } from '../../../../geodata/questionnaire/round.ts';

/** What the pages for whoever answers say beside the questionnaire itself. All is text, not HTML. */
export interface AnsweringWords {
  /** Of the language itself, in it. */
  readonly language: string;
  readonly chooseLanguage: string;
  readonly skip: string;
  /** Begins the title of a page on which something has to be put right. */
  readonly errorTitle: (title: string) => string;
  readonly errorHeading: string;
  readonly help: (email: string) => string;
  readonly code: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly hint: string;
    readonly next: string;
    readonly faults: Readonly<
      Record<'empty' | 'too-short' | 'too-long' | 'unknown-sign' | 'wrong-check', string>
    >;
    readonly unknown: string;
    readonly ended: (name: string, day: string) => string;
    readonly keptHere: string;
    /** Where a page was sent that was written for another code than this browser answers with by now. */
    readonly otherCode: { readonly title: string; readonly text: string };
  };
  /** Where a link brings a code while this browser is answering with another one. */
  readonly otherCode: {
    readonly title: string;
    readonly text: string;
    /** Comes before the code of the link. */
    readonly given: string;
    readonly change: string;
    /** The same where it was the open link, which has no code. */
    readonly openText: string;
    readonly begin: string;
  };
  readonly intro: {
    readonly begin: string;
    readonly resume: string;
    readonly until: (day: string) => string;
    readonly privacyTitle: string;
    readonly privacy: readonly string[];
    /** Of the open link, where nobody has a code yet. */
    readonly openPrivacy: readonly string[];
    readonly openLead: (ageFrom: number) => string;
    readonly ownCode: string;
    readonly ownCodeHint: string;
  };
  readonly person: {
    readonly title: string;
    readonly about: string;
    readonly age: string;
    readonly bands: Readonly<Record<AgeBand, string>>;
    readonly below: (age: number) => string;
    readonly sex: string;
    readonly man: string;
    readonly woman: string;
    readonly unsaid: string;
    readonly otherSex: string;
    readonly district: string;
    readonly districtHint: string;
    readonly choose: string;
    readonly missing: { readonly age: string; readonly sex: string; readonly district: string };
  };
  readonly block: {
    readonly progress: (number: number, count: number) => string;
    readonly next: string;
    readonly back: string;
    readonly later: string;
    readonly saved: string;
    readonly required: string;
    readonly severalHint: (most: number | null) => string;
    readonly numberHint: (least: number, most: number) => string;
    readonly textHint: (longest: number) => string;
    readonly textWarning: string;
    readonly scaleHint: (from: number, lowest: string, to: number, highest: string) => string;
    readonly noOpinion: string;
    readonly noAnswer: string;
    readonly more: string;
    readonly conflictTitle: string;
    readonly conflict: string;
    readonly conflictOther: string;
  };
  readonly faults: Readonly<Record<FaultKind, (bound: number) => string>>;
  readonly check: {
    readonly title: string;
    readonly lead: string;
    readonly change: string;
    readonly changeOf: (title: string) => string;
    readonly nothing: string;
    readonly send: string;
    readonly sendHint: string;
    readonly unfinished: string;
  };
  readonly thanks: { readonly title: string; readonly sent: string; readonly close: string };
  readonly later: { readonly title: string; readonly text: string; readonly day: (day: string) => string };
  /** What is the case where nothing can be answered: a heading and what to do. */
  readonly notices: Readonly<
    Record<
      | 'used'
      | 'sentBefore'
      | 'noCookie'
      | 'lostCookie'
      | 'tooYoung'
      | 'noOpenLink'
      | 'tooMany'
      | 'otherPage'
      | 'failed'
      | 'unavailable'
      | 'notFound',
      { readonly title: string; readonly text: string }
    >
  > & {
    readonly notYet: { readonly title: string; readonly text: (day: string) => string };
    readonly ended: { readonly title: string; readonly text: (day: string) => string };
  };
  readonly toCode: string;
}
