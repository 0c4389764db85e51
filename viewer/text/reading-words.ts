import type { Since } from '../../geodata/comparing/area-change.ts';
import type { verdicts } from '../../geodata/comparing/chance/findings.ts';
import type { Polarity } from '../../geodata/indicator.ts';
import type { ReportKind } from '../../geodata/link/view.ts';
import type { RuleKind, Visibility } from '../../geodata/visibility.ts';
import type { Sentence } from './words.ts';

/** What only the pages of a municipality and of a report say: the first view does not wait for it. */
export interface OwnReadingWords {
  /** Figures of one area beside those of a reference. */
  profile: Record<
    | 'outstanding'
    | 'changes'
    | 'figures'
    | 'figure'
    | 'value'
    | 'difference'
    | 'verdict'
    | 'before'
    | 'after'
    | 'notCompared'
    | 'noReference'
    | 'noMethod'
    | 'elsewhere',
    string
  > & {
    verdicts: Record<(typeof verdicts)[number], string>;
    sinces: Record<Since, string>;
    /** How many differ, of how many that were tested, from what. */
    found: Sentence<[number, number, string]>;
    nothingFound: Sentence<[number, string]>;
    ranked: Sentence<[string]>;
    /** Figures were carried to the boundaries of this year. */
    carried: Sentence<[number]>;
    changed: Sentence<[number, number]>;
    nothingChanged: Sentence<[number]>;
    /** A value beside that of the reference, with their unit. */
    versus: Sentence<[string, string, string, string]>;
  };
  municipality: Record<
    'choose' | 'onMap' | 'districts' | 'figure' | 'none' | 'beside' | 'districtReports',
    string
  > & {
    intro: Sentence<[string, string]>;
    multiples: Sentence<[string]>;
    heat: Sentence<[string]>;
    /** How many stand beside one, where there are too many to show all. */
    besideNearest: Sentence<[number, string]>;
  };
  /** A report of areas, to read and to print. */
  report: Record<
    | 'title'
    | 'noPlace'
    | 'about'
    | 'drawn'
    | 'print'
    | 'xlsx'
    | 'unit'
    | 'day'
    | 'against'
    | 'method'
    | 'methods'
    | 'figuresSheet'
    | 'aboutSheet'
    | 'none'
    | 'noSelection'
    | 'noFigures'
    | 'noPeers'
    | 'distance'
    | 'alike'
    | 'unlike'
    | 'beside'
    | 'history'
    | 'definitions'
    | 'made'
    | 'summed'
    | 'asPublished',
    string
  > & {
    kinds: Record<ReportKind, string>;
    polarities: Record<Polarity, string>;
    intro: Sentence<[string, string]>;
    madeOn: Sentence<[string]>;
    mapTitle: Sentence<[string, string]>;
    /** Place, the first and last that it may as well be, of how many areas. */
    /** The place and the last that equal areas share, the first and last that it could be, and of how many. */
    rank: Sentence<[number, number, number, number, number, string]>;
    alikeIn: Sentence<[string]>;
    peersNote: Sentence<[number]>;
    type: Sentence<[string, number, number, string]>;
    sameBorders: Sentence<[string]>;
    derived: Sentence<[string, string, string]>;
    weighted: Sentence<[string]>;
    pictureSource: Sentence<[string]>;
    saveAs: Sentence<[string, string]>;
  };
  /** Who sees what, for administrators. */
  access: Record<
    | 'intro'
    | 'site'
    | 'siteOpen'
    | 'siteClosed'
    | 'openSite'
    | 'closeSite'
    | 'seeAs'
    | 'seeAsHint'
    | 'rules'
    | 'ladder'
    | 'rulesHint'
    | 'subject'
    | 'allLevels',
    string
  > & {
    visibilities: Record<Visibility, string>;
    kinds: Record<RuleKind, string>;
    outcomes: Record<'saving' | 'saved' | 'failed', string>;
    fromLevel: Sentence<[string]>;
    items: Sentence<[number]>;
  };
  /** What stands under the titles of charts. */
  charts: Record<'deviationHead', string> & {
    /** The unit, and how many areas lie beyond the scale. */
    swarm: Sentence<[string, number]>;
    deviation: Sentence<[string, string]>;
    multiples: Sentence<[string, string]>;
    heatNote: Sentence<[string]>;
    heat: Record<`heat-${'warm' | 'cool' | 'plain'}-${1 | 2}`, string>;
    profile: Sentence<[string, string, string]>;
    distribution: Sentence<[string, string, string]>;
  };
}
