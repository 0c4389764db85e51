import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recallClasses, rememberClasses } from '../../../../viewer/state/link/class-memory.ts';

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  });
});

afterEach(() => vi.unstubAllGlobals());

const quantiles = { method: 'quantile', count: 7, limits: [] } as const;
const own = { method: 'own', count: 3, limits: [10, 20.5] } as const;

test('each level keeps its own classes, for every indicator', () => {
  rememberClasses({ classes: quantiles, indicator: 'inwoners', level: 'district' });
  expect(recallClasses('district', 'misdrijven')).toEqual(quantiles);
  expect(recallClasses('neighbourhood', 'misdrijven')).toBeNull();
});

test('limits of one’s own come back for their indicator alone', () => {
  rememberClasses({ classes: own, indicator: 'inwoners', level: 'municipality' });
  expect(recallClasses('municipality', 'inwoners')).toEqual(own);
  expect(recallClasses('municipality', 'misdrijven')).toBeNull();
});
