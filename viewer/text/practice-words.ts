import type { ProblemDirection } from '../../geodata/contribution/practice.ts';
import type { Sentence } from './words.ts';

/** What is said of practices, and to who writes of one. */
export interface PracticeWords {
  readonly directions: Readonly<Record<ProblemDirection, string>>;
  readonly read: Readonly<
    Record<
      | 'facts'
      | 'problem'
      | 'doneBy'
      | 'beganOn'
      | 'endedOn'
      | 'cost'
      | 'links'
      | 'others'
      | 'noOthers'
      | 'doToo'
      | 'readPractice'
      | 'noCause'
      | 'title'
      | 'isAlike'
      | 'offered',
      string
    >
  > & {
    /** `hoger dan elders: Geregistreerde misdrijven` */
    readonly problemOf: Sentence<[direction: string, figure: string]>;
    readonly since: Sentence<[string]>;
    /** `Stadshart in Hengelo (O.)` */
    readonly placeIn: Sentence<[area: string, municipality: string]>;
    /** `A, B en nog 3` */
    readonly andMore: Sentence<[names: string, more: number]>;
    readonly forAlike: Sentence<[names: string]>;
    readonly forAreas: Sentence<[names: string]>;
    readonly forOthersToo: Sentence<[names: string]>;
  };
  /** What was measured of it. */
  readonly outcome: Readonly<
    Record<'title' | 'noCause' | 'caution' | 'began' | 'ended' | 'untested', string>
  > & {
    readonly measuredOn: Sentence<[figure: string]>;
    readonly before: Sentence<[period: string]>;
    readonly after: Sentence<[period: string]>;
    readonly beganOn: Sentence<[day: string]>;
    readonly endedOn: Sentence<[day: string]>;
    readonly chart: Sentence<[figure: string, area: string, days: string]>;
    /** What it is held against, within a sentence. */
    readonly ofType: Sentence<[count: number, areas: string, type: string]>;
    readonly ofLevel: Sentence<[count: number, areas: string]>;
    readonly change: Sentence<
      [area: string, before: string, from: string, after: string, to: string, change: string]
    >;
    readonly expected: Sentence<[others: string, value: string]>;
    readonly apart: Readonly<
      Record<'higher' | 'lower' | 'equal', Sentence<[size: string, interval: string]>>
    >;
    /** ` (95%-interval −3,2 tot −0,1)` */
    readonly interval: Sentence<[lower: string, upper: string]>;
    /** Of the change itself, and of its difference from that of others. */
    readonly changes: Readonly<Record<'higher' | 'lower' | 'not-different', string>>;
    readonly verdicts: Readonly<Record<'higher' | 'lower' | 'not-different', string>>;
    readonly besides: Readonly<Record<'no-reference' | 'few-events' | 'no-bounds' | 'estimated', string>>;
    readonly obstacles: Readonly<Record<'redrawn' | 'break' | 'no-before' | 'no-after', string>> & {
      readonly absent: Sentence<[period: string, status: string]>;
    };
  };
  readonly form: Readonly<
    Record<
      | 'begin'
      | 'practice'
      | 'hint'
      | 'adoption'
      | 'adoptionHint'
      | 'direction'
      | 'doneBy'
      | 'part'
      | 'partHint'
      | 'beganOn'
      | 'endedOn'
      | 'endedOnHint'
      | 'cost'
      | 'costHint'
      | 'links'
      | 'linkTitle'
      | 'linkAddress'
      | 'addLink'
      | 'removeLink',
      string
    >
  >;
}
