import { signal } from '@preact/signals';
import * as rights from '../../geodata/grant.ts';
import { readSession } from '../data/accounts.ts';
import type { SessionBody } from '../data/contract.ts';

/** Who is signed in, and how one can; null until it is known. */
export const session = signal<SessionBody | null>(null);

/**
 * What stands after # in the address with which the page was opened: the word of an invitation, or why a provider let
 * nobody in. Taken at once, as the first change of the view takes it out of the address.
 */
export const openedWith = globalThis.location?.hash.slice(1) ?? '';

/** Takes a word that nobody else may read out of the address: where nothing else is shown no change of the view does. */
export function clearOpenedWith(): void {
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

/** Asks who is signed in; where that fails the page is as for everybody. */
export async function fetchSession(): Promise<void> {
  session.value = await readSession().catch(() => session.peek());
}

/** Whether somebody is signed in, with a second factor. */
export function isSignedIn(): boolean {
  return session.value?.person != null && session.value.secondFactor !== null;
}

export function isAdministrator(): boolean {
  return rights.mayAdminister(grantsOf());
}

/** What who is signed in may, where he showed a second factor. */
function grantsOf(): readonly rights.Grant[] {
  const { grants = [], secondFactor = null } = session.value ?? {};
  return secondFactor === null ? [] : grants;
}

/** Whether who is signed in may change what a municipality says of itself. */
export function mayEdit(municipality: string): boolean {
  return rights.mayEdit(grantsOf(), municipality);
}

/** Whether who is signed in may see questionnaires and rounds: administrators, and editors of a municipality. */
export function mayAskNeighbourhood(): boolean {
  return grantsOf().some(
    (grant) => grant.role === 'administrator' || (grant.role === 'editor' && 'municipality' in grant),
  );
}

/** Whether who is signed in may write, and work together with others: anybody but who only reads. */
export function mayTakePart(): boolean {
  return rights.mayTakePart(grantsOf());
}
