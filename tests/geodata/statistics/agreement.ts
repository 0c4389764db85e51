import { expect } from 'vitest';

/** As R says, to a millionth of the figure; what R cannot tell from 0 (below 1e-290) only has to be as small. */
export function expectAgreement(computed: number, expected: number | null, what = ''): void {
  if (expected === null) expect(computed, what).toBeNaN();
  else if (Math.abs(expected) < 1e-290) expect(Math.abs(computed), what).toBeLessThan(1e-280);
  else
    expect(Math.abs(computed / expected - 1), `${what}: ${computed} is not ${expected}`).toBeLessThan(1e-6);
}
