import { describe, expect, test } from 'vitest';
import { assignTargets, isPartOf, placeFor } from '../../../geodata/comparing/held-against.ts';
import type { Target } from '../../../geodata/target.ts';

const region = { kind: 'place', key: 'region', code: 'twente' } as const;
const own = { kind: 'municipality', key: 'municipality', code: null } as const;

describe('an area is held against', () => {
  test('the one place for all, or the municipality that it lies in', () => {
    expect(placeFor('BU01530001', region)).toBe(region);
    expect(placeFor('BU01530001', own)).toEqual({ key: 'GM0153', code: 'GM0153' });
    expect(placeFor('WK015301', own)).toEqual({ key: 'GM0153', code: 'GM0153' });
  });

  test('no place where its own municipality is itself, or its reference is none', () => {
    expect(placeFor('GM0153', own)).toBeNull();
    expect(placeFor('BU01530001', { kind: 'peers', key: 'peers', code: null })).toBeNull();
    expect(placeFor('BU01530001', { kind: 'target', key: 'target', code: null })).toBeNull();
  });

  test('a place that it is part of where it lies in it, or is it', () => {
    expect(isPartOf('BU01530001', region)).toBe(true);
    expect(isPartOf('BU01530001', { key: 'GM0153' })).toBe(true);
    expect(isPartOf('GM0153', { key: 'GM0153' })).toBe(true);
    expect(isPartOf('BU01640001', { key: 'GM0153' })).toBe(false);
    expect(isPartOf('GM0153', { key: 'BU01530001' })).toBe(false);
  });

  test('the target of its municipality, of the indicator and the period', () => {
    const target = (municipality: string, indicator: string, period: string, value: number): Target => ({
      municipality,
      indicator,
      period,
      value,
      source: { title: 'plan', url: null },
    });
    const targets = [
      target('GM0153', 'crimes', '2026', 40),
      target('GM0153', 'crimes', '2030', 30),
      target('GM0153', 'people', '2026', 1),
    ];
    const targetOf = assignTargets(targets, { key: 'crimes' }, '2024');
    expect(targetOf('BU01530001')?.value).toBe(40);
    expect(targetOf('GM0153')?.value).toBe(40);
    expect(assignTargets(targets, { key: 'crimes' }, '2027')('WK015301')?.value).toBe(30);
    expect(targetOf('BU01640001')).toBeUndefined();
  });
});
