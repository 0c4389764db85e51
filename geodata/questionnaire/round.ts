import type { SurveyMode } from '../survey.ts';
import type { Wording } from './questionnaire.ts';

/** From being planned to being shown; a round never goes back, but from `weighted` to `closed`. */
export const roundStates = ['planned', 'open', 'closed', 'weighted', 'published'] as const;
export type RoundState = (typeof roundStates)[number];

/** How somebody came to the questionnaire: with a code of the sample, or by the open link. */
export const entryWays = ['code', 'open'] as const;
export type EntryWay = (typeof entryWays)[number];

/** The bands of age that respondents are asked for; the last has no end. */
export const ageBands = ['15-17', '18-24', '25-44', '45-64', '65-74', '75+'] as const;
export type AgeBand = (typeof ageBands)[number];

export const sexes = ['man', 'woman'] as const;
export type Sex = (typeof sexes)[number];

/** A round of a questionnaire: who is asked, when and by what rules. */
export interface Round {
  /** `veiligheid-2026` */
  readonly key: string;
  readonly name: Wording;
  readonly questionnaire: string;
  readonly version: number;
  /** Of the figures: `2026`. */
  readonly period: string;
  /** Of the boundaries that its strata are of. */
  readonly boundaryYear: number;
  readonly state: RoundState;
  /** `2026-09-01`, both days included. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** Years. */
  readonly ageFrom: 15 | 18;
  readonly mode: SurveyMode;
  /** Whether who has no code may answer too; those are kept apart. */
  readonly hasOpenLink: boolean;
  readonly settings: RoundSettings;
}

export interface RoundSettings {
  /** Figures of fewer answers are hidden. */
  readonly hiddenBelow: number;
  /** Those of fewer than this are called indicative. */
  readonly indicativeBelow: number;
  /** Whether sheets are removed once they were weighted. */
  readonly removesSheets: boolean;
}

export const usualSettings: RoundSettings = { hiddenBelow: 50, indicativeBelow: 100, removesSheets: false };

/** A part of the population from which people are drawn by lot. */
export interface Stratum {
  /** Code of a district or a municipality. */
  readonly area: string;
  /** People of the age that is asked, in the register. */
  readonly population: number;
  /** Codes handed out. */
  readonly invited: number;
  /** Share of them that is expected to answer, 0 to 1. */
  readonly expectedResponse: number;
}

/** The people of a district in the register, of an age and a sex: what the answers are weighted to. */
export interface RegisterCount {
  readonly district: string;
  readonly ageBand: AgeBand;
  readonly sex: Sex;
  readonly count: number;
}

/** What is known of a respondent for weighting, and what he answered. A sheet bears no code, no day and no order. */
export interface Sheet<Given> {
  readonly way: EntryWay;
  /** Code of the district: of the stratum's own, or else as he answered. */
  readonly district: string;
  /** Code of the stratum he was drawn in; null by the open link. */
  readonly stratum: string | null;
  readonly ageBand: AgeBand | null;
  readonly sex: Sex | null;
  readonly language: string;
  readonly answers: Given;
}
