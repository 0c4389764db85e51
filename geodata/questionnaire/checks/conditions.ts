import { type AskedKey, listAskedKeys, listValues, numbersOf } from '../answer-space.ts';
import { type Finding, find } from '../finding.ts';
import type { Block, Condition, Question, Questionnaire, Test } from '../questionnaire.ts';

/** Conditions that name what is not there, what is asked later, or what nobody can answer. */
export function checkConditions(questionnaire: Questionnaire): Finding[] {
  const keys = listAskedKeys(questionnaire);
  let order = 0;
  return questionnaire.blocks.flatMap((block) => {
    const at = { block: block.key };
    const first = order;
    const ofBlock = checkCondition(block.askedIf, { keys, before: first, block }).map((one) => ({
      ...one,
      ...at,
    }));
    const isFaulty = ofBlock.some(({ severity }) => severity === 'error');
    const cannotOpen = !isFaulty && !canHold(keys, [block.askedIf]);
    const ofQuestions = block.questions.flatMap((question) => {
      const own = checkCondition(question.askedIf, { keys, before: order, block });
      order += 1;
      const place = { ...at, question: question.key };
      if (isFaulty || cannotOpen || own.some(({ severity }) => severity === 'error'))
        return own.map((one) => ({ ...one, ...place }));
      const reach = canHold(keys, [block.askedIf, question.askedIf]) ? [] : [find('unreachable')];
      return [...own, ...reach].map((one) => ({ ...one, ...place }));
    });
    return [...ofBlock, ...(cannotOpen ? [find('unreachable', at)] : []), ...ofQuestions];
  });
}

interface Surroundings {
  readonly keys: ReadonlyMap<string, AskedKey>;
  /** Questions in front of it. */
  readonly before: number;
  readonly block: Block;
}

function checkCondition(condition: Condition | null, around: Surroundings): Finding[] {
  if (!condition) return [];
  if (!condition.tests.length) return [find('empty-condition')];
  return condition.tests.flatMap((test) => checkTest(test, around));
}

function checkTest(test: Test, { keys, before, block }: Surroundings): Finding[] {
  const asked = keys.get(test.question);
  if (!asked) return [find('unknown-question', { what: test.question })];
  if (asked.order >= before) return [find('later-question', { what: test.question })];
  const isForeign = asked.block.municipality !== null && asked.block.municipality !== block.municipality;
  const foreign = isForeign ? [find('asked-in-one-municipality', { what: test.question })] : [];
  if (test.operator === 'answered') return foreign;
  if (!test.values.length) return [find('empty-condition', { what: test.question })];
  if (test.operator === 'at-least' || test.operator === 'at-most')
    return numbersOf(asked.question) || hasNumericKeys(asked.question)
      ? foreign
      : [find('no-number', { what: test.question })];
  const known = listValues(asked.question);
  const odd = known ? test.values.filter((value) => !known.includes(value)) : [];
  return [...foreign, ...odd.map((value) => find('unknown-option', { what: `${test.question} ${value}` }))];
}

/** Options such as 1 to 5 can be held against a number. */
function hasNumericKeys(question: Question): boolean {
  return (listValues(question) ?? []).some((key) => /^-?\d+$/.test(key));
}

/**
 * Whether there are answers with which all of the conditions hold, those under which the questions that they name are
 * asked themselves among them. Finds what contradicts itself about one question; of a condition with `any` that one of
 * its tests can hold.
 */
function canHold(keys: ReadonlyMap<string, AskedKey>, conditions: readonly (Condition | null)[]): boolean {
  const needed = new Map<string, Test[]>();
  const visited = new Set<string>();
  const gather = (condition: Condition | null): boolean => {
    if (!condition) return true;
    if (condition.match === 'any' && condition.tests.length > 1)
      return condition.tests.some((test) => canHold(keys, [{ match: 'all', tests: [test] }]));
    return condition.tests.every((test) => {
      needed.set(test.question, [...(needed.get(test.question) ?? []), test]);
      const asked = keys.get(test.question);
      if (!asked || visited.has(test.question)) return true;
      visited.add(test.question);
      return gather(asked.block.askedIf) && gather(asked.question.askedIf);
    });
  };
  return (
    conditions.every(gather) && [...needed].every(([key, tests]) => hasAnswer(keys.get(key)?.question, tests))
  );
}

function hasAnswer(question: Question | undefined, tests: readonly Test[]): boolean {
  if (!question) return true;
  const bounds = numbersOf(question);
  if (question.form.kind === 'text') return true;
  if (question.form.kind === 'several')
    return tests.every((test) => (listValues(question) ?? []).some((value) => passes(test, value)));
  const values = listValues(question) ?? [];
  if (values.length) return values.some((value) => tests.every((test) => passes(test, value)));
  return (
    bounds !== null &&
    listCandidates(bounds, tests).some((number) => tests.every((test) => passes(test, String(number))))
  );
}

/** Of many numbers the ends, and those that tests name with their neighbours, stand for all others. */
function listCandidates({ from, to }: { from: number; to: number }, tests: readonly Test[]): number[] {
  const named = tests
    .flatMap(({ values }) => values.map(Number))
    .flatMap((number) => [number - 1, number, number + 1]);
  return [from, to, ...named].filter((number) => number >= from && number <= to);
}

function passes({ operator, values }: Test, value: string): boolean {
  const [bound = ''] = values;
  switch (operator) {
    case 'answered':
      return true;
    case 'any-of':
      return values.includes(value);
    case 'none-of':
      return !values.includes(value);
    case 'at-least':
      return Number(value) >= Number(bound);
    case 'at-most':
      return Number(value) <= Number(bound);
  }
}
