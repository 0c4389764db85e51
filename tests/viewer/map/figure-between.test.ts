import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMapValue } from '../../../geodata/classes/area-class.ts';
import { boundaryChanged, withinChance } from '../../../geodata/comparing/change-status.ts';
import { statuses } from '../../../geodata/observation.ts';
import { figureBetween } from '../../../viewer/map/figure-between.ts';
import { noArea } from '../../../viewer/map/scene.ts';

const withoutValue = [...statuses.keys(), boundaryChanged, noArea].filter((status) => !hasMapValue(status));
const status = fc.constantFrom(...statuses.keys(), boundaryChanged, withinChance, noArea);
const figure = fc.record({ value: fc.integer({ min: -1e6, max: 1e6 }), status });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a figure between two periods', () => {
  it('is a mix where both have a value', () => {
    expect(figureBetween({ value: 10, status: 0 }, { value: 20, status: 1 }, 0.25)).toEqual({
      value: 12.5,
      status: 0,
    });
  });

  it('has the status of the shown period, and lies between the two values', () => {
    fc.assert(
      fc.property(figure, figure, share, (shown, next, at) => {
        const between = figureBetween(shown, next, at);
        expect(between.status).toBe(shown.status);
        expect(between.value).toBeGreaterThanOrEqual(Math.min(shown.value, next.value) - 1e-6);
        expect(between.value).toBeLessThanOrEqual(Math.max(shown.value, next.value) + 1e-6);
      }),
    );
  });

  it('never appears before its own period, nor fades into one without a value', () => {
    for (const none of withoutValue) {
      const [absent, present] = [
        { value: 0, status: none },
        { value: 8, status: 0 },
      ];
      expect(figureBetween(absent, present, 0.9)).toBe(absent);
      expect(figureBetween(present, absent, 0.9)).toBe(present);
    }
  });
});
