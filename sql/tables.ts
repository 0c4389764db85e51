import type { ColumnType, Generated } from 'kysely';
import type { Change } from '../geodata/boundary/lineage/change.ts';
import type { DisclosureRule } from '../geodata/disclosure/rule.ts';
import type { Aggregation, Derivation, Kind, Polarity, SeriesBreak } from '../geodata/indicator.ts';
import type { Level, MapLevel } from '../geodata/level.ts';
import type { Observation, Origin, Status } from '../geodata/observation.ts';
import type { StepState } from '../geodata/policy/cycle.ts';
import type { ListVisibility, ProblemDirection } from '../geodata/policy/shared-list.ts';
import type { PolicyTemplate } from '../geodata/policy/template.ts';
import type { Slide } from '../geodata/presentation/presentation.ts';
import type { PresentationSharing } from '../geodata/presentation/sharing.ts';
import type { SurveyRound } from '../geodata/survey.ts';
import type { RuleKind, Visibility, VisibilityRule } from '../geodata/visibility.ts';
import type { AccountTables } from './accounts/tables.ts';
import type { ContributionTables } from './contributions/tables.ts';
import type { QuestionnaireTables } from './questionnaires/tables.ts';
import type { Actor, TrailAct } from './trail-act.ts';

export type { Visibility } from '../geodata/visibility.ts';

/** A file that an import read. */
export interface ReleaseFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** From the first import of a release to its end. */
export type ReleaseState = 'staged' | 'checked' | 'published' | 'withdrawn';

/** What was done with a release. */
export type ReleaseAct = 'stage' | 'check' | 'publish' | 'supersede' | 'withdraw' | 'restore';

/** How an attempt at refreshing a source ended. */
export type RefreshOutcome = 'staged' | 'published' | 'unchanged' | 'failed';

/** What an import counted, for its report; the keys are the importer's. */
export type ReleaseCounts = Readonly<Record<string, unknown>>;

/** One column of figures: a period in the boundaries of a year. */
export interface ColumnPeriod {
  readonly period: string;
  readonly boundaryYear: number;
}

type Json<T> = ColumnType<T, string, string>;

/** A day, written as `2027-03-31`. */
type Day = ColumnType<Date | null, string | null | undefined, string | null>;

/** The tables of sql/migrations, as Kysely sees them: what a select gives, an insert takes, an update takes. */
export interface Tables extends AccountTables, ContributionTables, QuestionnaireTables {
  region: {
    key: string;
    name_nl: string;
    name_en: string;
    municipalities: string[];
    demonstration: boolean;
  };
  release: {
    id: Generated<number>;
    package: string;
    title: string;
    state: ReleaseState;
    demonstration: boolean;
    files: Json<ReleaseFile[]>;
    counts: Json<ReleaseCounts>;
    imported_by: string;
    created_at: ColumnType<Date, Date | undefined, Date>;
    published_at: ColumnType<Date | null, Date | null, Date | null>;
    withdrawn_at: ColumnType<Date | null, Date | null, Date | null>;
  };
  stored_file: { sha256: string; part: number; brotli: Uint8Array };
  publication: {
    id: Generated<number>;
    release: number;
    superseded: Generated<number[]>;
    published_at: Generated<Date>;
  };
  release_act: {
    id: Generated<number>;
    release: number;
    act: ReleaseAct;
    from_state: ReleaseState | null;
    to_state: ReleaseState;
    by_whom: string;
    note: string | null;
    at: Generated<Date>;
  };
  source: {
    key: string;
    title: string;
    url: string | null;
    licence_name: string | null;
    licence_title: string | null;
    licence_url: string | null;
  };
  theme: { key: string; parent: string | null; name_nl: string; name_en: string; position: number };
  dimension: { key: string; name_nl: string; name_en: string; total: string | null };
  category: {
    dimension: string;
    key: string;
    parent: string | null;
    name_nl: string;
    name_en: string;
    position: number;
  };
  survey: { key: string; name_nl: string; name_en: string; rounds: Json<SurveyRound[]> };
  indicator: {
    key: string;
    theme: string;
    name_nl: string;
    name_en: string;
    unit: string;
    kind: Kind;
    decimals: number;
    polarity: Polarity;
    aggregate: Json<Aggregation>;
    derive: Json<Derivation> | null;
    smallest_denominator: number | null;
    disclosure: Json<DisclosureRule> | null;
    position: number;
    dimension: string | null;
    survey: string | null;
    breaks: Json<SeriesBreak[]>;
    /** Of one category of an indicator: the key of that indicator. */
    item_of: string | null;
    category: string | null;
  };
  boundary_year: { year: number; source: string; release: number; visibility: Generated<Visibility> };
  area_version: { level: MapLevel; index: number; code: string; first_year: number; last_year: number };
  area: {
    boundary_year: number;
    code: string;
    level: Level;
    name: string;
    folded_name: string;
    parent: string | null;
    water: Generated<boolean>;
    index: number | null;
    /** Read and written through PostGIS functions only. */
    geometry: string | null;
    label: string | null;
    area_m2: number | null;
    neighbours: Generated<string[]>;
  };
  lineage: {
    level: MapLevel;
    from_year: number;
    to_year: number;
    from_code: string | null;
    to_code: string | null;
    change: Change;
    area_share: number;
    population_share: number | null;
  };
  /** What became of all areas between two boundary years, as it is sent. */
  lineage_answer: {
    from_year: number;
    to_year: number;
    hash: string;
    /** What whoever it is for may see, a text for each kind of such readers. */
    shown: string[];
    brotli: Uint8Array;
    gzip: Uint8Array;
  };
  observation: {
    indicator: string;
    boundary_year: number;
    area: string;
    level: Level;
    period: string;
    origin: Origin;
    value: number | null;
    lower: number | null;
    upper: number | null;
    sample_size: number | null;
    status: Status;
    source: string;
    note: Json<NonNullable<Observation['note']>> | null;
    release: number;
    precedence: ColumnType<number, never, never>;
    visibility: Generated<Visibility>;
    /** Of a figure that is not public: the code of the municipality that it lies in. */
    municipality: Generated<string | null>;
  };
  /** The true figures behind those that are not shown as they are; for publications alone, never for readers. */
  confidential_figure: Omit<Tables['observation'], 'precedence'>;
  /** What there is of figures; kept by triggers of `observation`. */
  figure_group: {
    indicator: string;
    level: Level;
    period: string;
    boundary_year: number;
    source: string;
    release: number;
    /** Aggregated or derived, so that its release says nothing of what it is made of. */
    is_computed: boolean;
    visibility: Visibility;
    /** Empty where there is none. */
    municipality: string;
    figures: number;
    provisional: number;
  };
  /** The values of a level in order, written at publication: what a rank is looked up in. */
  ranking: {
    indicator: string;
    level: Level;
    period: string;
    boundary_year: number;
    /** The classes of figures that it is made of. */
    shown: string;
    areas: number;
    ordered: number[];
  };
  /** What municipalities mean to reach. */
  target: {
    municipality: string;
    indicator: string;
    period: string;
    value: number;
    source_title: string;
    source_url: string | null;
    release: number;
    visibility: Generated<Visibility>;
  };
  policy_template: { key: string; version: number; content: Json<Omit<PolicyTemplate, 'key' | 'version'>> };
  policy_cycle: {
    id: string;
    municipality: string;
    template: string;
    template_version: number;
    from_year: number;
    to_year: number;
    visibility: Generated<Visibility>;
    version: Generated<number>;
    is_demonstration: Generated<boolean>;
  };
  policy_step: {
    cycle: string;
    step: string;
    state: StepState;
    owner: Generated<string>;
    owner_person: Generated<string | null>;
    due: Day;
    document_title: Generated<string>;
    document_url: Generated<string | null>;
    /** A document that is kept here. */
    document: Generated<number | null>;
    decision: Generated<string>;
    decided_on: Day;
    version: Generated<number>;
  };
  policy_priority: {
    id: string;
    cycle: string;
    place: number;
    title: string;
    about: Generated<string>;
    indicators: Generated<string[]>;
    version: Generated<number>;
  };
  policy_action: {
    id: string;
    priority: string;
    place: number;
    what: string;
    organisation: string;
    until: Day;
    state: StepState;
    version: Generated<number>;
  };
  shared_list: {
    id: string;
    title: string;
    about: Generated<string>;
    indicator: string;
    direction: ProblemDirection;
    period: string;
    visibility: Generated<ListVisibility>;
    created_by: Generated<string | null>;
    created_on: ColumnType<Date, string | undefined, string>;
    version: Generated<number>;
    is_demonstration: Generated<boolean>;
  };
  shared_list_area: {
    list: string;
    area: string;
    owner: Generated<string>;
    owner_person: Generated<string | null>;
    /** The practice that is tried here, where it is kept. */
    practice: Generated<number | null>;
    practice_title: Generated<string>;
    note: Generated<string>;
    version: Generated<number>;
  };
  shared_list_member: {
    id: Generated<number>;
    list: string;
    organisation: string;
    person: string | null;
    joined_on: ColumnType<Date, string | undefined, string>;
  };
  /** Who may see what, at least; `geodata/visibility.ts` tells of it. */
  visibility_rule: {
    kind: RuleKind;
    subject: string;
    level: MapLevel | null;
    visibility: Exclude<Visibility, 'public'>;
    /** Of the demonstration: holds while that is what is shown. */
    is_demonstration: Generated<boolean>;
  };
  /** Those of `visibility_rule` that hold now. */
  active_rule: VisibilityRule;
  /** The whole site, in one row. */
  access: {
    only_row: Generated<boolean>;
    is_closed: boolean;
    revision: number;
    is_applied: boolean;
  };
  /** Kinds of readers who see several municipalities at once. */
  reader_kind: { rights: Visibility[]; municipalities: string[] };
  refresh_run: {
    id: Generated<number>;
    refresh: string;
    attempt: number;
    started_at: Date;
    ended_at: Generated<Date>;
    outcome: RefreshOutcome;
    release: number | null;
    message: string | null;
  };
  tileset: { boundary_year: number; hash: string; tilejson: Json<Record<string, unknown>> };
  tile: { boundary_year: number; z: number; x: number; y: number; brotli: Uint8Array; gzip: Uint8Array };
  value_column: {
    indicator: string;
    level: Level;
    hash: string;
    /** Classes of figures that whoever it is for may see of it, a text for each kind of such readers. */
    shown: string[];
    periods: Json<ColumnPeriod[]>;
    brotli: Uint8Array;
    gzip: Uint8Array;
  };
  /** Addresses of the product under a short name. */
  presentation: {
    id: string;
    title: string;
    owner: string;
    shared_with: ColumnType<PresentationSharing, PresentationSharing | undefined, PresentationSharing>;
    organisation: string | null;
    slides: Json<Slide[]>;
    version: Generated<number>;
    changed_on: ColumnType<Date, Date | undefined, Date>;
  };
  short_link: {
    id: string;
    /** The query of the address. */
    address: string;
    /** Of the address and of what it is frozen to. */
    content: string;
    is_frozen: boolean;
    publication: number | null;
    created_on: Generated<string>;
  };
  /** The figures that a frozen link is about. */
  short_link_figures: { link: string; indicator: string; level: Level };
  /** Columns as they were when a link was frozen. */
  kept_column: {
    id: Generated<number>;
    publication: number | null;
    indicator: string;
    level: Level;
    hash: string;
    shown: string[];
    brotli: Uint8Array;
    gzip: Uint8Array;
  };
  /** Addresses of a postcode in a neighbourhood; `numbers` of one that lies in several. */
  postcode: { postcode: string; neighbourhood: string; addresses: number; numbers: number[] | null };
  /** Which table of CBS they are of. */
  postcode_table: {
    single: Generated<boolean>;
    year: number;
    file: string;
    is_demonstration: boolean;
    imported_at: Generated<Date>;
  };
  /** Written through its triggers: what is given beside act, actor, subject and detail is replaced. */
  trail: {
    number: ColumnType<number, never, never>;
    at: ColumnType<Date, never, never>;
    act: TrailAct;
    actor: Actor;
    subject: string | null;
    detail: string | null;
    hash: ColumnType<Buffer, never, never>;
  };
  trail_end: { number: number; hash: Buffer; removed_number: number; removed_hash: Buffer };
}
