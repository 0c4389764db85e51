import { describe, expect, test } from 'vitest';
import { askPosition } from '../../../../viewer/state/screen/own-position.ts';

type Answer = Parameters<Geolocation['getCurrentPosition']>;

/** A device that says where it is, or why it does not. */
function deviceThat(answer: (told: Answer[0], failed: NonNullable<Answer[1]>) => void) {
  return { getCurrentPosition: (told: Answer[0], failed?: Answer[1]) => failed && answer(told, failed) };
}

function failure(code: number): GeolocationPositionError {
  return { code, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 };
}

describe('a device that is asked where it is', () => {
  test('says it with how sure it is', async () => {
    const coords = { longitude: 6.9, latitude: 52.2, accuracy: 30 } as GeolocationCoordinates;
    const device = deviceThat((told) => told({ coords } as GeolocationPosition));
    expect(await askPosition(device)).toEqual({ longitude: 6.9, latitude: 52.2, accuracy: 30 });
  });

  test.each([
    [1, 'denied'],
    [2, 'unknown'],
    [3, 'unknown'],
  ])('fails with code %i: %s', async (code, told) => {
    await expect(askPosition(deviceThat((_, failed) => failed(failure(code))))).rejects.toBe(told);
  });

  test('may not be there to be asked', async () => {
    await expect(askPosition(undefined)).rejects.toBe('none');
  });
});
