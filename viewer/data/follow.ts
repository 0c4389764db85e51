import type { FollowState } from '../../geodata/follow/follow-state.ts';
import { expectAnswer, type FailureReason, RequestFailure } from './request.ts';
import { addressHere } from './seen-as.ts';

/** A session of who presents; the key stays in his browser. */
export interface LedSession {
  readonly code: string;
  readonly key: string;
}

const json = { 'Content-Type': 'application/json' };

/** Begins a session. Throws RequestFailure, as every verb here does. */
export async function beginSession(state: FollowState): Promise<LedSession> {
  const init = { method: 'POST', headers: json, body: JSON.stringify(state) };
  return (await expectAnswer(fetch('/api/follow', init))).json() as Promise<LedSession>;
}

/** Shows another state, or says that the presenter is there; gives how many follow. */
export async function renewSession({ code, key }: LedSession, state: FollowState | null): Promise<number> {
  const headers = { ...json, 'X-Presenter-Key': key };
  const init = { method: 'POST', headers, body: JSON.stringify({ state }) };
  const answer = await expectAnswer(fetch(`/api/follow/${code}`, init));
  return ((await answer.json()) as { followers: number }).followers;
}

export async function endSession({ code, key }: LedSession): Promise<void> {
  await expectAnswer(fetch(`/api/follow/${code}`, { method: 'DELETE', headers: { 'X-Presenter-Key': key } }));
}

/** Why a session cannot be followed; null where it goes on and can be. */
export async function findTrouble(code: string): Promise<FailureReason | 'over' | null> {
  try {
    const answer = await expectAnswer(fetch(addressHere(`/api/follow/${code}`)));
    return ((await answer.json()) as { isOver: boolean }).isOver ? 'over' : null;
  } catch (error) {
    return error instanceof RequestFailure ? error.reason : 'failed';
  }
}

/** What a presenter shows, as it comes; the browser connects again by itself where it can. */
export function openEvents(code: string): EventSource {
  return new EventSource(addressHere(`/api/follow/${code}/events`));
}
