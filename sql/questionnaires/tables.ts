import type { ColumnType, Generated } from 'kysely';
import type { Questionnaire, Wording } from '../../geodata/questionnaire/questionnaire.ts';
import type { EntryWay, RoundSettings, RoundState } from '../../geodata/questionnaire/round.ts';
import type { SurveyMode } from '../../geodata/survey.ts';

type Json<T> = ColumnType<T, string, string>;

/** A day, written as `2026-09-01`. */
type Day = ColumnType<Date, string, string>;

/** The tables of `sql/migrations/0035-questionnaires.sql`, as Kysely sees them. */
export interface QuestionnaireTables {
  questionnaire: {
    key: string;
    version: number;
    definition: Json<Questionnaire>;
    is_fixed: Generated<boolean>;
    revision: Generated<number>;
    changed_on: ColumnType<Date, Date | undefined, Date>;
    is_demonstration: Generated<boolean>;
  };
  survey_round: {
    key: string;
    questionnaire: string;
    version: number;
    name: Json<Wording>;
    period: string;
    boundary_year: number;
    state: RoundState;
    opens_on: Day;
    closes_on: Day;
    age_from: number;
    mode: SurveyMode;
    has_open_link: boolean;
    settings: Json<RoundSettings>;
    revision: Generated<number>;
    key_print: string | null;
    is_demonstration: Generated<boolean>;
  };
  survey_stratum: {
    round: string;
    area: string;
    municipality: string;
    population: number;
    planned: Generated<number>;
    invited: number;
    expected_response: number;
  };
  survey_register: { round: string; district: string; age_band: string; sex: string; count: number };
  survey_invitation: { round: string; code_hash: string; stratum: string; is_used: Generated<boolean> };
  survey_draft: { round: string; holder: string; sealed: Buffer; is_sent: Generated<boolean> };
  survey_sheet: { id: string; round: string; sheet: Buffer };
  survey_response: {
    round: string;
    day: Day;
    stratum: string;
    way: EntryWay;
    age_band: string;
    count: number;
  };
  survey_text: {
    id: string;
    round: string;
    municipality: string;
    question: string;
    original: Buffer | null;
    cleaned: string | null;
  };
  survey_result: {
    round: string;
    weighting: Json<unknown>;
    estimates: Json<unknown>;
    package: string | null;
  };
}
