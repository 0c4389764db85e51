import { expect, test } from 'vitest';
import type { Grant } from '../../../geodata/grant.ts';
import { readerOfGrants } from '../../../sql/accounts/reader.ts';

const partner = { role: 'partner', organisation: 'Werkplein' } as const;

/** Roles, how far somebody with them sees everywhere, and of which municipalities he sees more. */
const cases: [grants: Grant[], rights: string, municipalities: string][] = [
  [[], 'public', ''],
  [[{ role: 'administrator' }], 'public partner police administrator', ''],
  [[{ ...partner, kind: 'police' }], 'public partner police', ''],
  [[{ ...partner, kind: 'municipality', coordinator: true }], 'public partner police', ''],
  [[{ ...partner, kind: 'municipality', coordinator: false }], 'public partner', ''],
  [[{ ...partner, kind: 'municipality' }], 'public partner', ''],
  [[{ ...partner, kind: 'other' }], 'public partner', ''],
  // Only a municipality has coordinators.
  [[{ ...partner, kind: 'other', coordinator: true }], 'public partner', ''],
  [[{ role: 'editor', municipality: 'GM0153' }], 'public partner', 'GM0153'],
  [[{ role: 'editor', organisation: 'GGD' }], 'public partner', ''],
  [[{ role: 'reader', municipality: 'GM0153' }], 'public', 'GM0153'],
  [
    [
      { role: 'reader', municipality: 'GM0164' },
      { role: 'reader', municipality: 'GM0153' },
    ],
    'public',
    'GM0153 GM0164',
  ],
  [
    [
      { role: 'reader', municipality: 'GM0153' },
      { ...partner, kind: 'police' },
    ],
    'public partner police',
    'GM0153',
  ],
  [[{ role: 'administrator' }, { ...partner, kind: 'other' }], 'public partner police administrator', ''],
  [
    [
      { role: 'editor', municipality: 'GM0153' },
      { role: 'reader', municipality: 'GM0153' },
    ],
    'public partner',
    'GM0153',
  ],
];

test.each(cases)('%j sees %s, and more of %s', (grants, rights, municipalities) => {
  expect(readerOfGrants(grants)).toEqual({
    rights: rights.split(' '),
    municipalities: municipalities.split(' ').filter(Boolean),
  });
});

test('the order of roles does not matter', () => {
  for (const [grants] of cases) expect(readerOfGrants([...grants].reverse())).toEqual(readerOfGrants(grants));
});
