import {
  hasKey,
  keyError,
  type Node,
  readChoice,
  readObject,
  readObjects,
  readTexts,
  refuseOtherKeys,
} from '../../sources/package/descriptor.ts';
import type { Condition, Test } from '../questionnaire.ts';
import { limits, readReference, refuseMany } from './parts.ts';

export const operators = ['any-of', 'none-of', 'at-least', 'at-most', 'answered'] as const;

/** The condition under "askedIf"; null where there is none. Throws InputError. */
export function readCondition(node: Node): Condition | null {
  if (!hasKey(node, 'askedIf')) return null;
  const condition = readObject(node, 'askedIf', `${node.place}, "askedIf"`);
  refuseOtherKeys(condition, ['match', 'tests']);
  const tests = readObjects(condition, 'tests', (_, number) => `${condition.place}, test ${number}`);
  refuseMany(condition, 'tests', tests.length, limits.tests);
  return {
    match: hasKey(condition, 'match') ? readChoice(condition, 'match', ['all', 'any']) : 'all',
    tests: tests.map(readTest),
  };
}

function readTest(node: Node): Test {
  refuseOtherKeys(node, ['question', 'operator', 'values']);
  const operator = readChoice(node, 'operator', operators);
  const values = readTexts(node, 'values');
  refuseMany(node, 'values', values.length, limits.options);
  const isBound = operator === 'at-least' || operator === 'at-most';
  if (isBound && values.length && (values.length > 1 || !/^-?\d{1,9}$/.test(values[0] ?? '')))
    throw keyError(node, 'values', 'a bound is one whole number', 'write it as ["3"]');
  if (operator === 'answered' && values.length)
    throw keyError(node, 'values', 'whether it was answered asks for no values', 'take the values away');
  return { question: readReference(node), operator, values };
}
