import { signal } from '@preact/signals';
import type { FollowPointer } from '../../../geodata/follow/follow-state.ts';
import type { LedSession } from '../../data/follow.ts';

const name = 'led-session';

/** The session that this tab presents, also after it was loaded anew; null: none. */
export const led = signal<LedSession | null>(recall());

/** Where who presents points; null: nowhere. */
export const ownPointer = signal<FollowPointer | null>(null);

/** Where the presenter who is followed points; null: nowhere, or nobody is followed. */
export const followedPointer = signal<FollowPointer | null>(null);

/** Keeps the session for this tab, or forgets it. */
export function keepLed(session: LedSession | null): void {
  led.value = session;
  if (session) sessionStorage.setItem(name, JSON.stringify(session));
  else sessionStorage.removeItem(name);
}

function recall(): LedSession | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as LedSession | null;
  } catch {
    return null;
  }
}
