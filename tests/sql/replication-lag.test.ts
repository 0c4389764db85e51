import { expect, test } from 'vitest';
import { createPositionHistory } from '../../sql/replication-lag.ts';

test('who has replayed all that the primary wrote does not lag, however long ago that was', () => {
  const history = createPositionHistory();
  history.note(100n, 0);
  history.note(100n, 5000);
  expect(history.lagOf(100n, 60_000)).toBe(0);
  expect(history.lagOf(180n, 60_000)).toBe(0);
});

test('the lag is the time since the primary first went beyond what was replayed', () => {
  const history = createPositionHistory();
  for (const [position, at] of [
    [100n, 0],
    [200n, 1000],
    [300n, 2000],
  ] as const)
    history.note(position, at);
  expect(history.lagOf(100n, 5000)).toBe(4000);
  expect(history.lagOf(250n, 5000)).toBe(3000);
  expect(history.lagOf(300n, 5000)).toBe(0);
});

test('before anything is known of the primary nobody lags', () => {
  expect(createPositionHistory().lagOf(0n, 1000)).toBe(0);
});

test('a primary that begins again at an earlier place is believed', () => {
  const history = createPositionHistory();
  history.note(500n, 0);
  history.note(50n, 1000);
  expect(history.lagOf(50n, 9000)).toBe(0);
});
