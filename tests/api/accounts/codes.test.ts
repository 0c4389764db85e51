import { symmetricDecrypt } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { encryptTotp } from '../../../api/accounts/codes.ts';
import { testSecret } from '../../setup/accounts.ts';

const base32 = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

test('the secret of an authenticator app is kept another way each time, and is given back under the same secret alone', async () => {
  const [one, other] = [await encryptTotp(testSecret, base32), await encryptTotp(testSecret, base32)];
  expect(one).not.toBe(other);
  expect(one).not.toContain(base32);
  expect(await symmetricDecrypt({ key: testSecret, data: one })).toBe(base32);
  await expect(symmetricDecrypt({ key: [...testSecret].reverse().join(''), data: one })).rejects.toThrow();
});

test('one that was changed in the database is refused, whatever was changed', async () => {
  const kept = await encryptTotp(testSecret, base32);
  for (let place = 0; place < kept.length; place += 1) {
    const changed = kept.slice(0, place) + (kept[place] === '0' ? '1' : '0') + kept.slice(place + 1);
    await expect(symmetricDecrypt({ key: testSecret, data: changed })).rejects.toThrow();
  }
});
