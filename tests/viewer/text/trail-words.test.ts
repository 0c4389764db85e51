import { expect, test } from 'vitest';
import { trailActs, trailDetails, trailSubjects } from '../../../sql/trail-act.ts';
import { enTrail } from '../../../viewer/text/en-trail.ts';
import { nlTrail } from '../../../viewer/text/nl-trail.ts';

test.each([
  ['Dutch', nlTrail],
  ['English', enTrail],
] as const)('the trail says every act, subject and detail in %s, and none that there is not', (_, words) => {
  expect(Object.keys(words.acts).sort()).toEqual([...trailActs].sort());
  expect(Object.keys(words.subjects).sort()).toEqual([...trailSubjects].sort());
  expect(Object.keys(words.details).sort()).toEqual([...trailDetails].sort());
});
