import { expect, test } from 'vitest';
import { createAdmission } from '../../../api/admission/limits.ts';
import { RequestProblem } from '../../../api/errors.ts';

function refusal(enter: () => unknown) {
  try {
    enter();
    return null;
  } catch (error) {
    return error instanceof RequestProblem ? [error.kind, error.retryAfter] : error;
  }
}

test('a client has so many at once, fewer of them long, whoever else asks', () => {
  const admission = createAdmission({ most: 3, mostLong: 1 });
  const leaves = [admission.enter('a', 'long'), admission.enter('a', 'short')];
  expect(refusal(() => admission.enter('a', 'long'))).toEqual(['too-many-requests', 2]);
  leaves.push(admission.enter('a', 'short'));
  expect(refusal(() => admission.enter('a', 'short'))).toEqual(['too-many-requests', 2]);
  leaves.push(admission.enter('b', 'long'));
  for (const leave of [...leaves, ...leaves]) leave();
  for (let again = 0; again < 3; again++) admission.enter('a', 'short');
  expect(refusal(() => admission.enter('a', 'short'))).toEqual(['too-many-requests', 2]);
});

test('all together have so many at once', () => {
  const admission = createAdmission({ most: 1, mostLong: 1 });
  for (const client of ['a', 'b', 'c', 'd']) admission.enter(client, 'short');
  expect(refusal(() => admission.enter('e', 'short'))).toEqual(['overloaded', 5]);
});
