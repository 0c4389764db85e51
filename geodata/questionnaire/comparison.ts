import { type AskedKey, listAskedKeys } from './answer-space.ts';
import { listMeasured } from './checks/measures.ts';
import { compareQuestions } from './comparison/questions.ts';
import {
  type ChangeKind,
  change,
  compareLists,
  compareWording,
  findMoved,
  type IndicatorComparability,
  isAlike,
  type VersionChange,
  type VersionComparison,
} from './comparison/version-change.ts';
import type { MeasuredIndicator, Questionnaire } from './questionnaire.ts';

/** What changes between two versions, and which indicators stay comparable: those whose questions are asked of the same people in the same Dutch words with the same answers, and counted alike. */
export function compareQuestionnaires(before: Questionnaire, after: Questionnaire): VersionComparison {
  const changes = [
    ...compareLanguages(before, after),
    ...compareWording(before.name, after.name, { what: 'name' }),
    ...compareWording(before.introduction, after.introduction, { what: 'introduction' }),
    ...compareBlocks(before, after),
    ...compareQuestions(before, after),
    ...compareWording(before.thanks, after.thanks, { what: 'thanks' }),
    ...compareIndicators(before, after),
  ];
  const earlier = new Map(before.indicators.map((indicator) => [indicator.key, indicator]));
  const indicators = after.indicators.flatMap((indicator) => {
    const own = earlier.get(indicator.key);
    return own ? [judge(own, indicator, changes, before, after)] : [];
  });
  return { changes, indicators };
}

function compareLanguages(before: Questionnaire, after: Questionnaire): VersionChange[] {
  return compareLists(
    before.languages,
    after.languages,
    (what) => change('added-language', { what }),
    (what) => change('removed-language', { what }),
  );
}

function compareBlocks(before: Questionnaire, after: Questionnaire): VersionChange[] {
  const keysOf = ({ blocks }: Questionnaire) => blocks.map(({ key }) => key);
  const earlier = new Map(before.blocks.map((block) => [block.key, block]));
  return [
    ...compareLists(
      keysOf(before),
      keysOf(after),
      (block) => change('added-block', { block }),
      (block) => change('removed-block', { block }),
    ),
    ...findMoved(keysOf(before), keysOf(after)).map((block) => change('moved-block', { block })),
    ...after.blocks.flatMap((block) => {
      const own = earlier.get(block.key);
      if (!own) return [];
      const at = { block: block.key };
      return [
        ...compareWording(own.title, block.title, { ...at, what: 'title' }),
        ...compareWording(own.about, block.about, { ...at, what: 'about' }),
        ...(own.municipality === block.municipality ? [] : [change('changed-municipality', at)]),
        ...(isAlike(own.askedIf, block.askedIf) ? [] : [change('changed-routing', at)]),
      ];
    }),
  ];
}

function compareIndicators(before: Questionnaire, after: Questionnaire): VersionChange[] {
  const keys = (list: readonly MeasuredIndicator[]) => list.map(({ key }) => key);
  const earlier = new Map(before.indicators.map((indicator) => [indicator.key, indicator]));
  return [
    ...compareLists(
      keys(before.indicators),
      keys(after.indicators),
      (indicator) => change('added-indicator', { indicator }),
      (indicator) => change('removed-indicator', { indicator }),
    ),
    ...after.indicators.flatMap((now) => {
      const own = earlier.get(now.key);
      if (!own) return [];
      const { measure, ...words } = now;
      const { measure: measureBefore, ...wordsBefore } = own;
      return [
        ...(isAlike(measureBefore, measure) ? [] : [change('changed-measure', { indicator: now.key })]),
        ...(isAlike(wordsBefore, words) ? [] : [change('changed-indicator', { indicator: now.key })]),
      ];
    }),
  ];
}

/** What of a question makes its figures another thing. */
const breaking: readonly ChangeKind[] = [
  'changed-form',
  'added-option',
  'removed-option',
  'changed-missing',
  'changed-order',
  'changed-routing',
];

function judge(
  before: MeasuredIndicator,
  after: MeasuredIndicator,
  changes: readonly VersionChange[],
  from: Questionnaire,
  to: Questionnaire,
): IndicatorComparability {
  const [earlier, later] = [listAskedKeys(from), listAskedKeys(to)];
  const measured = [...new Set([...listMeasured(before), ...listMeasured(after)])];
  const reasons = new Set<ChangeKind>(isAlike(before.measure, after.measure) ? [] : ['changed-measure']);
  for (const key of measured) {
    const [question = '', row] = key.split('/');
    for (const one of changes) if (one.question === question && concerns(one, row)) reasons.add(one.kind);
    if (!isAlike(askedOf(earlier.get(key)), askedOf(later.get(key)))) reasons.add('changed-routing');
  }
  return { indicator: after.key, isComparable: reasons.size === 0, reasons: [...reasons] };
}

/** Of whom it is asked. */
function askedOf(asked: AskedKey | undefined): unknown {
  return asked ? [asked.block.municipality, asked.block.askedIf, asked.question.askedIf] : null;
}

/** Dutch words and what is in `breaking`; of another row of a grid only where that row is the one measured. */
function concerns({ kind, what }: VersionChange, row: string | undefined): boolean {
  if (breaking.includes(kind)) return true;
  if (kind === 'removed-question' || kind === 'added-question') return true;
  if (kind === 'added-row' || kind === 'removed-row') return row !== undefined && what === row;
  if (kind !== 'changed-text') return false;
  const [language, place = ''] = (what ?? '').split(' ');
  return language === 'nl' && (!place.startsWith('rows/') || place === `rows/${row}`);
}
