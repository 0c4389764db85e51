import { describe, expect, test } from 'vitest';
import { chooseCycle, findStep, isOverdue, type PolicyCycle } from '../../../geodata/policy/cycle.ts';
import {
  findLargest,
  halfYearOf,
  judgeRound,
  listInStep,
  roundYearFor,
} from '../../../geodata/policy/rhythm.ts';
import { dueDateOf, type PolicyTemplate } from '../../../geodata/policy/template.ts';
import type { SurveyRound } from '../../../geodata/survey.ts';

function cycle(
  municipality: string,
  due: Record<string, string>,
  rest: Partial<PolicyCycle> = {},
): PolicyCycle {
  return {
    id: municipality,
    municipality,
    template: 'twens',
    templateVersion: 1,
    fromYear: 2027,
    toYear: 2030,
    visibility: 'public',
    version: 1,
    priorities: [],
    steps: Object.entries(due).map(([step, day]) => ({
      ...findStep({ steps: [] }, step),
      due: day,
      version: 1,
    })),
    ...rest,
  };
}

const text = (name: string) => ({ nl: name, en: name });
const template: PolicyTemplate = {
  key: 'twens',
  version: 1,
  name: text('twens'),
  about: text('stappen'),
  steps: ['analyse', 'plan'].map((key) => ({
    key,
    name: text(key),
    about: text(key),
    documents: [],
    decidedBy: null,
    dueMonth: 0,
    usesSurvey: false,
  })),
};

describe('a step of a cycle', () => {
  test('is due on the last day of its month, before the plan or in it', () => {
    expect(dueDateOf({ dueMonth: 0 }, 2027)).toBe('2027-01-31');
    expect(dueDateOf({ dueMonth: 1 }, 2028)).toBe('2028-02-29');
    expect(dueDateOf({ dueMonth: -1 }, 2027)).toBe('2026-12-31');
    expect(dueDateOf({ dueMonth: -18 }, 2027)).toBe('2025-07-31');
    expect(dueDateOf({ dueMonth: null }, 2027)).toBeNull();
  });

  test('is overdue after its day, unless it is done or left out', () => {
    const due = '2026-06-30';
    expect(isOverdue({ state: 'not-begun', due }, '2026-06-30')).toBe(false);
    expect(isOverdue({ state: 'not-begun', due }, '2026-07-01')).toBe(true);
    expect(isOverdue({ state: 'in-progress', due }, '2026-07-01')).toBe(true);
    expect(isOverdue({ state: 'done', due }, '2026-07-01')).toBe(false);
    expect(isOverdue({ state: 'not-applicable', due }, '2026-07-01')).toBe(false);
    expect(isOverdue({ state: 'not-begun', due: null }, '2026-07-01')).toBe(false);
  });

  test('of which nothing was said has not begun', () => {
    expect(findStep(cycle('GM1', {}), 'plan')).toMatchObject({ state: 'not-begun', version: 0, owner: '' });
  });
});

test('a municipality is shown in its newest cycle, or the one of a year', () => {
  const all = [
    cycle('GM1', {}, { fromYear: 2023, toYear: 2026 }),
    cycle('GM1', {}),
    cycle('GM1', {}, { template: 'ander', fromYear: 2031, toYear: 2034 }),
  ];
  const choose = (fromYear: number | null) =>
    chooseCycle(all, { municipality: 'GM1', template: 'twens', fromYear })?.fromYear ?? null;
  expect(choose(null)).toBe(2027);
  expect(choose(2025)).toBe(2023);
  expect(choose(2028)).toBe(2027);
  expect(choose(2035)).toBeNull();
});

describe('who keeps step', () => {
  const cycles = [
    cycle('GM1', { analyse: '2027-02-28', plan: '2027-12-31' }),
    cycle('GM2', { analyse: '2027-06-30', plan: '2028-01-01' }),
    cycle('GM3', { analyse: '2027-07-01' }),
  ];

  test('takes the same step in the same half year', () => {
    expect(['2027-06-30', '2027-07-01'].map(halfYearOf)).toEqual(['2027-1', '2027-2']);
    expect(listInStep(template, cycles).get('analyse')).toEqual([
      { half: '2027-1', municipalities: ['GM1', 'GM2'] },
      { half: '2027-2', municipalities: ['GM3'] },
    ]);
    expect(findLargest(listInStep(template, cycles).get('analyse') ?? [])?.half).toBe('2027-1');
    expect(findLargest(listInStep(template, cycles).get('plan') ?? [])).toBeNull();
  });

  test('does not where the step is left out', () => {
    const [first] = cycles;
    if (!first) throw new Error('no cycle');
    const steps = first.steps.map((step) => ({ ...step, state: 'not-applicable' as const }));
    expect(listInStep(template, [{ ...first, steps }]).get('analyse')).toEqual([]);
  });
});

describe('a round of a survey', () => {
  const round: SurveyRound = {
    period: '2026',
    municipality: null,
    ageFrom: 18,
    mode: null,
    sampling: null,
    respondents: null,
    questionnaire: null,
    followsFormat: true,
    remark: null,
  };

  test('fits what was agreed by its year, its age and its questions, each by itself', () => {
    expect(judgeRound(round)).toEqual({ isEvenYear: true, isAdult: true, followsFormat: true });
    expect(judgeRound({ ...round, period: '2025', ageFrom: 15, followsFormat: null })).toEqual({
      isEvenYear: false,
      isAdult: false,
      followsFormat: null,
    });
    expect(judgeRound({ ...round, ageFrom: null }).isAdult).toBeNull();
  });

  test('comes in time for a step when it was held in the last even year before', () => {
    expect(['2027-05-31', '2026-12-31', '2028-01-31', '2029-06-30'].map(roundYearFor)).toEqual([
      2026, 2024, 2026, 2028,
    ]);
  });
});
