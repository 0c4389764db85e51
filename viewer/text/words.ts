import type { Absence } from '../../geodata/classes/absence-pattern.ts';
import type { ClassMethod } from '../../geodata/classes/classify.ts';
import type { Scheme } from '../../geodata/classes/scheme.ts';
import type { ChangeDirection } from '../../geodata/comparing/area-change.ts';
import type { UntestableReason } from '../../geodata/comparing/chance/findings.ts';
import type { ComparisonMethod } from '../../geodata/comparing/chance/method.ts';
import type { ChanceTest, ChangeKind } from '../../geodata/comparing/change.ts';
import type { Obstacle } from '../../geodata/comparing/comparability.ts';
import type { Direction } from '../../geodata/comparing/difference.ts';
import type { ClusterKind } from '../../geodata/connection/clusters.ts';
import type { LeftOutReason } from '../../geodata/connection/match.ts';
import type { Relation } from '../../geodata/connection/relation.ts';
import type { WithheldReason } from '../../geodata/disclosure/rule.ts';
import type { Level } from '../../geodata/level.ts';
import type { seenReaders } from '../../geodata/link/seen-reader.ts';
import type { Arrangement, OwnReference, Page, Weighting } from '../../geodata/link/view.ts';
import type { Status } from '../../geodata/observation.ts';
import type { Period } from '../../geodata/period.ts';
import type { CorrelationMethod } from '../../geodata/statistics/correlation.ts';
import type { Sampling, SurveyMode } from '../../geodata/survey.ts';

export type Sentence<Parts extends readonly (string | number)[]> = (...parts: Parts) => string;
type StatusName = Status | Absence | 'within-chance';

/** Every text of the screen; each language has all of them. */
export interface Words {
  brand: string;
  demonstration: string;
  demonstrationHint: string;
  skip: string;
  close: string;
  retry: string;
  search: Record<'label' | 'placeholder' | 'none' | 'failed', string> & {
    found: Sentence<[number]>;
    onlyIn: Sentence<[number]>;
    ofPostcode: Sentence<[string, number]>;
  };
  share: Record<'label', string>;
  language: Record<'label' | 'nl' | 'en', string>;
  theme: Record<'label' | 'auto' | 'light' | 'dark', string>;
  panels: Record<
    | 'subject'
    | 'legend'
    | 'area'
    | 'table'
    | 'selection'
    | 'foldSubject'
    | 'unfoldSubject'
    | 'foldArea'
    | 'unfoldArea'
    | 'sources'
    | 'stories'
    | 'bar',
    string
  >;
  /** Pages to read in the place of the map. */
  pages: Record<Exclude<Page, 'map'> | 'back' | 'skip' | 'openMunicipality' | 'openReport', string> & {
    ofMunicipality: Sentence<[string]>;
    policyOf: Sentence<[string]>;
    ofReport: Sentence<[string]>;
    ofSelection: Sentence<[number]>;
    ofDistricts: Sentence<[string]>;
  };
  statements: Record<'privacy' | 'accessibility', string>;
  provenance: Record<
    | 'none'
    | 'intro'
    | 'licence'
    | 'noLicence'
    | 'retrieved'
    | 'version'
    | 'boundaries'
    | 'figures'
    | 'periods'
    | 'provisional'
    | 'releases'
    | 'surveyHint'
    | 'municipality'
    | 'noRound'
    | 'format'
    | 'noFormat'
    | 'file'
    | 'bytes',
    string
  > & {
    survey: Sentence<[string]>;
    age: Sentence<[number]>;
    questionnaire: Sentence<[string]>;
    retrievedOn: Sentence<[string]>;
    publishedOn: Sentence<[string]>;
    files: Sentence<[number]>;
  };
  /** Which areas differ from a reference by more than chance. */
  differences: Record<
    | 'period'
    | 'against'
    | 'area'
    | 'interval'
    | 'tableLabel'
    | 'small'
    | 'smallMark'
    | 'source'
    | 'untested'
    | 'fileName',
    string
  > & {
    found: Sentence<[number, number, string, string]>;
    notDifferent: Sentence<[number]>;
    corrected: Sentence<[number]>;
    difference: Sentence<[string]>;
    /** How many are higher or lower, and what that means. */
    sides: Record<'higher' | 'lower', Sentence<[number, string]>>;
    methods: Record<ComparisonMethod, string>;
    reasons: Record<UntestableReason, string>;
    obstacles: Record<Obstacle, Sentence<[string]>>;
    csv: Record<'corrected' | 'fewCases' | 'yes' | 'no', string>;
  };
  /** What each area has of its own to be held against. */
  references: {
    /** Within a sentence, and in a list. */
    names: Record<OwnReference, string>;
    labels: Record<OwnReference, string>;
    inPlace: Sentence<[string]>;
    /** Of a figure that is a target. */
    asTarget: string;
    /** The group of an area, and how many areas it has. */
    group: Sentence<[string, number]>;
    /** When a target is to be reached, and where it was set. */
    target: Sentence<[string, string]>;
    groups: Sentence<[number]>;
    targets: Sentence<[number]>;
    madeBy: Sentence<[string]>;
  } & Record<'kind' | 'size' | 'source', string>;
  /** Two indicators on one map. */
  pair: Record<'and' | 'searching' | 'explain' | 'alike', string> & {
    with: Sentence<[string]>;
    title: Sentence<[string, string]>;
  };
  /** Where neighbouring areas are alike or unlike. */
  clusters: Record<
    | 'title'
    | 'intro'
    | 'count'
    | 'searching'
    | 'explain'
    | 'onMap'
    | 'kind'
    | 'around'
    | 'tableLabel'
    | 'fileName',
    string
  > & {
    kinds: Record<ClusterKind, string>;
    hints: Record<ClusterKind, string>;
    global: Record<'alike' | 'unlike' | 'chance', string>;
    found: Sentence<[number, number, string]>;
    moran: Sentence<[string, string]>;
    method: Sentence<[string, number]>;
  };
  /** What goes together with an indicator. */
  connections: Record<
    | 'method'
    | 'weighting'
    | 'indicator'
    | 'chance'
    | 'areas'
    | 'leftOutHead'
    | 'rankingLabel'
    | 'related'
    | 'relatedHint'
    | 'noOthers'
    | 'searching'
    | 'closePair'
    | 'noneTogether'
    | 'unknown'
    | 'noLine'
    | 'instructions'
    | 'rectangle'
    | 'clearRectangle'
    | 'select'
    | 'standOut'
    | 'bothOnMap'
    | 'pairTable'
    | 'fileName',
    string
  > & {
    warning: Record<'cause' | 'causeHint' | 'people' | 'peopleHint', string>;
    methods: Record<CorrelationMethod, string>;
    methodHints: Record<CorrelationMethod, string>;
    coefficients: Record<CorrelationMethod, string>;
    lines: Record<CorrelationMethod, string>;
    weightings: Record<Weighting, string>;
    relations: Record<Relation, string>;
    leftOutReasons: Record<LeftOutReason, string>;
    statements: { chance: string } & Record<'together' | 'apart', Sentence<[string, string]>>;
    ranking: Sentence<[string]>;
    found: Sentence<[number, number]>;
    /** How many areas lie beyond the scale. */
    further: Sentence<[number]>;
    corrected: Sentence<[number]>;
    ofPeriod: Sentence<[string]>;
    effective: Sentence<[string]>;
    pair: Sentence<[string, string]>;
    withInterval: Sentence<[string, string]>;
    counted: Sentence<[number, string]>;
    leftOut: Sentence<[string]>;
    relatedNote: Sentence<[string]>;
    sourceOf: Sentence<[string]>;
    brushed: Sentence<[number, string]>;
    tooMany: Sentence<[number]>;
    csv: Record<'subject' | 'effective' | 'weighting' | 'relation', string>;
  };
  tree: Record<'label' | 'filter' | 'none', string> & { found: Sentence<[number]> };
  levels: Record<Level, { one: string; many: string }> & { label: string; unavailable: Sentence<[string]> };
  legend: Record<
    | 'label'
    | 'method'
    | 'count'
    | 'fewer'
    | 'more'
    | 'ownScale'
    | 'ownScaleHint'
    | 'empty'
    | 'adjust'
    | 'scheme'
    | 'automatic'
    | 'limits'
    | 'greyChance'
    | 'untested'
    | 'untestedEstimate'
    | 'shared'
    | 'apart'
    | 'press'
    | 'clear',
    string
  > & {
    methods: Record<ClassMethod, string>;
    schemes: Record<Scheme, string>;
    tests: Record<ChanceTest['kind'], string>;
    referenceTests: Record<ComparisonMethod, string>;
    range: { from: string; to: string };
    chosen: Sentence<[string]>;
    badLimits: Sentence<[number, number]>;
    fromTo: Sentence<[string, string]>;
    areas: Sentence<[string, string]>;
  };
  statuses: Record<StatusName, string>;
  statusHints: Record<StatusName, string>;
  /** Of figures that this databank does not show, or shows roughly, so that they point at nobody. */
  suppression: {
    hint: string;
    /** In the place of the status, where a survey got too few answers. */
    hidden: string;
    hiddenHint: string;
    reasons: Record<WithheldReason, string>;
    /** After the status, in a legend or a table. */
    short: Record<WithheldReason, string>;
    rounded: Sentence<[base: string]>;
  };
  /** Of figures that are not given for too few inhabitants, households or homes. */
  tooFew: {
    status: Sentence<[counted: string]>;
    hint: Sentence<[least: string, counted: string]>;
    /** The rule itself, where the indicator is explained. */
    rule: Sentence<[least: string, counted: string]>;
    /** What stands in the place of the figure. */
    heading: string;
    change: Sentence<[difference: string, period: string, verdict: string]>;
    isChance: string;
    isNoChance: string;
    isUntested: string;
    shareOf: Sentence<[share: string, whole: string]>;
    perHectare: Sentence<[density: string, hectares: string]>;
  };
  timeline: Record<
    | 'label'
    | 'previous'
    | 'next'
    | 'play'
    | 'pause'
    | 'unit'
    | 'boundaries'
    | 'carrying'
    | 'carryingHint'
    | 'asPublished'
    | 'comparedWith'
    | 'together'
    | 'togetherHint',
    string
  > & {
    units: Record<Period['unit'], string>;
    boundariesOf: Sentence<[number]>;
    carriedTo: Sentence<[number]>;
    estimates: Sentence<[number]>;
    noFigures: Sentence<[string]>;
    noFiguresBetween: Sentence<[string, string]>;
  };
  print: { printedOn: Sentence<[string]> };
  /** Of asking where whoever looks is. */
  position: Record<'label' | 'asking' | 'denied' | 'unknown' | 'none' | 'outside' | 'boundaries', string> & {
    found: (name: string) => string;
  };
  plate: Record<
    | 'map'
    | 'instructions'
    | 'zoomIn'
    | 'zoomOut'
    | 'whole'
    | 'baseMap'
    | 'fillOpacity'
    | 'baseMapMissing'
    | 'noMap'
    | 'mapFailed'
    | 'noWords'
    | 'nothing'
    | 'nothingHint',
    string
  >;
  notices: Record<
    | 'code'
    | 'action'
    | 'offline'
    | 'unreachable'
    | 'starting'
    | 'closed'
    | 'failed'
    | 'tiles'
    | 'context'
    | 'link'
    | 'nothing'
    | 'signIn'
    | 'dismiss',
    string
  > & {
    malformed: Sentence<[string, string]>;
    gone: Sentence<[string, string]>;
    unknown: Sentence<[string]>;
    repeated: Sentence<[string]>;
    /** How many subjects of a link whoever opened it does not see. */
    notShown: Sentence<[number]>;
    /** Of a frozen link, by its day and names of indicators. */
    frozen: Readonly<
      Record<'renewed' | 'gone' | 'unheld', Sentence<[string, string]>> & {
        same: Sentence<[string]>;
        elsewhere: string;
        newest: string;
      }
    >;
    parameters: Readonly<Record<string, string>>;
  };
  /** As whom an administrator sees the site. */
  seenAs: Record<'label' | 'end', string> & {
    readers: Record<(typeof seenReaders)[number], string>;
    municipality: Sentence<[string]>;
    sentence: Sentence<[string]>;
  };
  change: {
    points: string;
    titles: Record<ChangeKind, string>;
    deviations: Record<ChangeKind, Sentence<[string]>>;
  };
  compare: Record<
    | 'label'
    | 'arrangement'
    | 'activate'
    | 'divider'
    | 'shows'
    | 'since'
    | 'from'
    | 'noDeviation'
    | 'onePeriod'
    | 'municipality',
    string
  > & {
    arrangements: Record<Arrangement, string>;
    kinds: Record<ChangeKind | 'none' | 'clusters' | 'pair', string>;
    deviations: Record<ChangeKind, string>;
    groups: Record<'change' | 'deviation' | 'patterns', string>;
    presets: Record<'label' | 'yearBefore' | 'firstAndLast' | 'twoIndicators' | 'twoMunicipalities', string>;
    panel: Sentence<[number]>;
    beside: Sentence<[number]>;
    dividerAt: Sentence<[number, string, string]>;
  };
  area: Record<
    | 'hint'
    | 'unpin'
    | 'compared'
    | 'rank'
    | 'rankHint'
    | 'boundsHint'
    | 'indicative'
    | 'indicativeHint'
    | 'trend'
    | 'asTable'
    | 'period'
    | 'noTrend'
    | 'source'
    | 'licence'
    | 'boundaries'
    | 'derived'
    | 'derivedHere'
    | 'withheld'
    | 'smallest'
    | 'aggregatedHere'
    | 'published'
    | 'others'
    | 'distribution',
    string
  > & {
    of: Sentence<[string, string]>;
    difference: Sentence<[string, string]>;
    /** The place, the last of the places that equal areas share, and of how many. */
    rankOf: Sentence<[number, number, number, string]>;
    /** Areas of a level that are like another. */
    peers: Sentence<[string]>;
    bounds: Sentence<[string, string]>;
    measured: Sentence<[string]>;
    sample: Sentence<[string]>;
    trendLabel: Sentence<[string, string]>;
    derivedFrom: Sentence<[string]>;
    aggregated: Sentence<[number, number]>;
    absent: Sentence<[number]>;
    showIn: Sentence<[number]>;
    unknown: Sentence<[string]>;
    changes: {
      redrawn: Sentence<[number]>;
      new: Sentence<[number]>;
      recoded: Sentence<[number, string]>;
      renamed: Sentence<[number]>;
      from: Sentence<[string]>;
    };
    /** A figure against the reference: `84,2`, `45,1`, `in Twente`; and what the test said of the difference. */
    deviation: Record<'chance' | 'noChance' | 'untested' | 'small', string> & {
      ends: Sentence<[string, string, string]>;
    };
    change: {
      directions: Record<ChangeDirection, string>;
      chance: Record<ChanceTest['kind'], string>;
      noChance: Record<ChanceTest['kind'], string>;
      interval: Sentence<[string, string]>;
      untested: Record<'off' | 'none' | 'estimate' | 'area' | 'level', string>;
      story: Record<'itself', string> & {
        redrawn: Sentence<[number, number]>;
        isNew: Sentence<[number, number]>;
        holds: Sentence<[number, string]>;
        whole: Sentence<[string]>;
        part: Sentence<[string, string]>;
        newGround: Sentence<[string]>;
        gave: Sentence<[string]>;
        lost: Sentence<[string, string]>;
      };
    };
  };
  /** Where a line through time is interrupted. */
  breaks: { between: Sentence<[string, string, string]>; redrawn: string };
  /** Why two figures do not compare as they stand. */
  caveats: Record<'break' | 'mode' | 'sampling' | 'questionnaire', Sentence<[string, string]>> & {
    age: Sentence<[number, number]>;
    format: Sentence<[string]>;
    modes: Record<SurveyMode, string>;
    samplings: Record<Sampling, string>;
  };
  table: Record<
    | 'name'
    | 'value'
    | 'municipality'
    | 'filter'
    | 'none'
    | 'download'
    | 'clearBrush'
    | 'showBrushed'
    | 'showAll'
    | 'brushedMark'
    | 'more',
    string
  > & {
    count: Sentence<[number, number]>;
    brushed: Sentence<[number]>;
    select: Sentence<[string]>;
    unselect: Sentence<[string]>;
    rest: Sentence<[number]>;
  };
  selection: Record<
    | 'add'
    | 'addPlaceholder'
    | 'addArea'
    | 'removeArea'
    | 'empty'
    | 'emptyMap'
    | 'emptyTable'
    | 'emptySearch'
    | 'clear'
    | 'members'
    | 'reference'
    | 'asReference'
    | 'isReference'
    | 'compared'
    | 'area'
    | 'number'
    | 'difference'
    | 'percent'
    | 'percentOf'
    | 'sizes'
    | 'chartHint',
    string
  > & {
    count: Sentence<[number, number]>;
    full: Sentence<[number]>;
    remove: Sentence<[string]>;
    against: Sentence<[string]>;
    trend: Sentence<[string, string, string]>;
    comparison: Sentence<[string, string]>;
    noLevel: Sentence<[string]>;
    notIn: Sentence<[number]>;
    directions: Record<Direction, string>;
    csv: Record<
      | 'number'
      | 'code'
      | 'name'
      | 'level'
      | 'municipality'
      | 'lower'
      | 'upper'
      | 'status'
      | 'reference'
      | 'referenceValue'
      | 'difference'
      | 'differenceUnit'
      | 'percent'
      | 'direction'
      | 'source'
      | 'link',
      string
    >;
  };
}
