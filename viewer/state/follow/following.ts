import { effect, signal } from '@preact/signals';
import { readFollowed, type ToldState } from '../../../geodata/follow/follow-state.ts';
import { findTrouble, openEvents } from '../../data/follow.ts';
import { changeView, choices, view, viewParts } from '../link/view.ts';
import { wishedFlights } from '../screen/wished-bounds.ts';
import { followedPointer } from './session.ts';

/** How it is with following: `away`: somebody looks around by himself; `lost`: the connection is, and comes again. */
export type Following = 'joining' | 'following' | 'away' | 'lost' | 'full' | 'over' | 'unknown' | 'closed';
export const following = signal<Following>('joining');

/** What the presenter shows; null until that is known. */
export const told = signal<ToldState | null>(null);

/** Before it is asked anew whether there is room, milliseconds. */
const rest = 5000;

/** Shows what the presenter shows from now on, until what it returns is called. */
export function follow(code: string): () => void {
  let events: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  following.value = 'joining';
  told.value = null;
  const ended = new AbortController();
  const { signal: aborted } = ended;
  const connect = (): void => {
    events = openEvents(code);
    events.addEventListener('state', ({ data }: MessageEvent<string>) => {
      told.value = JSON.parse(data) as ToldState;
      if (following.peek() !== 'away') show();
    });
    events.addEventListener('end', () => {
      following.value = 'over';
      followedPointer.value = null;
      events?.close();
    });
    events.addEventListener('error', () => void meetError());
  };
  const meetError = async (): Promise<void> => {
    if (events?.readyState !== EventSource.CLOSED) {
      if (following.peek() === 'following') following.value = 'lost';
      return;
    }
    const trouble = await findTrouble(code);
    // Who stopped meanwhile is not connected again.
    if (aborted.aborted) return;
    if (trouble === 'not-found') following.value = 'unknown';
    else if (trouble === 'closed') following.value = 'closed';
    else {
      if (following.peek() !== 'away') following.value = trouble === 'full' ? 'full' : 'lost';
      timer = setTimeout(connect, rest);
    }
  };
  connect();
  let chosen = choices.peek();
  const stop = effect(() => {
    const isNew = choices.value !== chosen;
    chosen = choices.value;
    if (isNew) lookAround();
  });
  for (const kind of ['pointerdown', 'wheel'] as const)
    document.addEventListener(kind, leaveOnMap, { signal: aborted, capture: true, passive: true });
  addEventListener('keydown', returnByKey, { signal: aborted });
  return () => {
    events?.close();
    clearTimeout(timer);
    stop();
    ended.abort();
    followedPointer.value = null;
  };
}

/** Shows what is shown now, after looking around. */
export function returnToPresenter(): void {
  if (following.peek() === 'away') show();
}

/** Stops following; the maps stay as they are. */
export function stopFollowing(): void {
  changeView({ follow: null }, 'replace');
}

function show(): void {
  const state = told.peek();
  if (!state) return;
  following.value = 'following';
  followedPointer.value = state.pointer;
  // What is not for him leaves his maps as they are; the bar says so.
  const shown = state.hidden > 0 ? null : readFollowed(state.address);
  if (!shown) return;
  const { language, seeAs, follow: code, camera, secondCamera } = view.peek();
  changeView({ ...shown, language, seeAs, follow: code }, 'replace');
  const isSame = [camera, secondCamera, viewParts.page.peek()].every(
    (each, index) =>
      JSON.stringify(each) === JSON.stringify([shown.camera, shown.secondCamera, shown.page][index]),
  );
  if (!isSame) wishedFlights.value += 1;
}

function lookAround(): void {
  if (following.peek() === 'following' || following.peek() === 'lost') following.value = 'away';
  if (following.peek() === 'away') followedPointer.value = null;
}

/** Whoever takes hold of the map, or of the slider of time, looks around. */
function leaveOnMap({ target }: Event): void {
  if (target instanceof Element && target.closest('.plate, .plate-foot, .map-buttons')) lookAround();
}

/** One key brings him back, but where it has another meaning. */
function returnByKey({ key, target }: KeyboardEvent): void {
  if (
    key !== 'Home' ||
    (target instanceof Element && target.closest('input, textarea, select, [role="slider"]'))
  )
    return;
  returnToPresenter();
}
