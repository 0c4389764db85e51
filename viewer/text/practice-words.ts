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
      | 'cost'
      | 'links'
      | 'others'
      | 'noOthers'
      | 'doToo'
      | 'readPractice'
      | 'noCause'
      | 'title'
      | 'offered',
      string
    >
  > & {
    /** `hoger dan elders: Geregistreerde misdrijven` */
    readonly problemOf: Sentence<[direction: string, figure: string]>;
    readonly since: Sentence<[string]>;
    /** `A, B en nog 3` */
    readonly andMore: Sentence<[names: string, more: number]>;
    readonly forAlike: Sentence<[names: string]>;
    readonly forAreas: Sentence<[names: string]>;
    readonly forOthersToo: Sentence<[names: string]>;
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
