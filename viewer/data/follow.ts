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

/** Why a session cannot be followed, `full` where as many follow as can; null where it can be. */
export async function findTrouble(code: string): Promise<FailureReason | 'full' | null> {
  const answer = fetch(addressOfEvents(code)).then((arrived) => {
    void arrived.body?.cancel();
    return arrived;
  });
  try {
    await expectAnswer(answer);
    return null;
  } catch (error) {
    if ((await answer.catch(() => null))?.status === 429) return 'full';
    return error instanceof RequestFailure ? error.reason : 'failed';
  }
}

const addressOfEvents = (code: string) => addressHere(`/api/follow/${code}/events`);

/** What a presenter shows, as it comes; the browser connects again by itself where it can. */
export function openEvents(code: string): EventSource {
  return new EventSource(addressOfEvents(code));
}
