import { signal } from '@preact/signals';

/** Where whoever looks is, as his device says, until he takes it away: in no link, and sent to nobody. */
export interface OwnPosition {
  readonly longitude: number;
  readonly latitude: number;
  /** Metres within which it is so with 95% certainty. */
  readonly accuracy: number;
}

export const ownPosition = signal<OwnPosition | null>(null);

export type PositionFailure = 'denied' | 'unknown' | 'none' | 'outside';

const longestWait = 15_000;

/** Asks the device, which asks whoever holds it. Rejects with why it did not say. */
export function askPosition(
  geolocation: Pick<Geolocation, 'getCurrentPosition'> | undefined,
): Promise<OwnPosition> {
  return new Promise((resolve, reject: (failure: PositionFailure) => void) => {
    // Browsers have none on pages without TLS.
    if (!geolocation) return reject('none');
    geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => resolve({ longitude, latitude, accuracy }),
      ({ code, PERMISSION_DENIED }) => reject(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: longestWait, maximumAge: 60_000 },
    );
  });
}
