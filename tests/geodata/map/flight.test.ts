import { expect, test } from 'vitest';
import { planFlight } from '../../../geodata/map/flight.ts';

const enschede = { zoom: 12, longitude: 6.89, latitude: 52.22 };
const almelo = { zoom: 12, longitude: 6.66, latitude: 52.36 };

function expectCamera(found: typeof enschede, wanted: typeof enschede): void {
  for (const part of ['zoom', 'longitude', 'latitude'] as const)
    expect(found[part], part).toBeCloseTo(wanted[part], 6);
}

test.each([
  [enschede, almelo],
  [almelo, { ...enschede, zoom: 9 }],
  [enschede, { ...enschede, zoom: 9 }],
  [enschede, enschede],
])('a flight begins where it begins and ends where it ends (%#)', (from, to) => {
  const flight = planFlight(from, to, 1000);
  expectCamera(flight.at(0), from);
  expectCamera(flight.at(1), to);
  expect(flight.length).toBeGreaterThanOrEqual(0);
});

test('on the way to another town one sees both', () => {
  const { at, length } = planFlight(enschede, almelo, 1000);
  expect(at(0.5).zoom).toBeLessThan(11.5);
  expect(at(0.5).longitude).toBeCloseTo((6.89 + 6.66) / 2, 3);
  expect(length).toBeGreaterThan(planFlight(enschede, { ...enschede, longitude: 6.9 }, 1000).length);
});
