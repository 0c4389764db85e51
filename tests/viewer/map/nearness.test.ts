import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestZoom, keepNear } from '../../../viewer/map/nearness.ts';

const bounds = [6.33, 52.12, 7.07, 52.5] as const;

describe('a camera', () => {
  it('stays as it is near the region', () => {
    const camera = { longitude: 6.9, latitude: 52.3, zoom: 10.4 };
    expect(keepNear(bounds, camera)).toEqual(camera);
  });

  it('never gets far away, and is left alone once it is near', () => {
    const anywhere = fc.record({
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      latitude: fc.double({ min: -85, max: 85, noNaN: true }),
      zoom: fc.double({ min: 0, max: 24, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, (camera) => {
        const near = keepNear(bounds, camera);
        expect(near.zoom).toBeLessThanOrEqual(closestZoom);
        expect(near.zoom).toBeGreaterThan(6);
        expect(Math.abs(near.longitude - 6.7)).toBeLessThan(1.2);
        expect(keepNear(bounds, near)).toEqual(near);
      }),
    );
  });
});
