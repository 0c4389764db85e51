import { effect, signal } from '@preact/signals';
import { type FollowState, writeFollowed } from '../../../geodata/follow/follow-state.ts';
import { beginSession, endSession, renewSession } from '../../data/follow.ts';
import { RequestFailure } from '../../data/request.ts';
import { view } from '../link/view.ts';
import { presented, shownSlide } from '../presentation/presented.ts';
import { keepLed, led, ownPointer } from './session.ts';

/** How many follow; null until that is known. */
export const followers = signal<number | null>(null);
/** Whether the last thing shown did not come across; it is tried again. */
export const isCutOff = signal(false);

/** Between two states that are shown, and two signs of life, milliseconds. */
const rest = 200;
const beat = 15_000;

/** What is on screen, as others may follow it; null for a page that is about one person. */
function describeState(): FollowState | null {
  const address = writeFollowed(view.value);
  const [number, slide] = [view.value.slide, shownSlide.value];
  if (address === null) return null;
  const said =
    number !== null && slide
      ? {
          number,
          count: presented.value?.slides.length ?? number,
          title: slide.title,
          sentence: slide.sentence,
        }
      : null;
  return { address, slide: said, pointer: ownPointer.value };
}

/** Lets others follow from now on. Throws RequestFailure. */
export async function beginLeading(): Promise<void> {
  const state = describeState() ?? { address: '', slide: null, pointer: null };
  keepLed(await beginSession(state));
}

/** Nobody follows any more. */
export async function endLeading(): Promise<void> {
  const session = led.peek();
  keepLed(null);
  if (session) await endSession(session).catch(() => undefined);
}

/** Shows others what is on screen while a session goes on: the last of what changes fast. Returns what ends that. */
export function keepLeading(): () => void {
  let [shown, isSending] = ['', false];
  let next: FollowState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = async (state: FollowState | null): Promise<void> => {
    const session = led.peek();
    if (!session) return;
    isSending = true;
    try {
      followers.value = await renewSession(session, state);
      if (state) shown = JSON.stringify(state);
      isCutOff.value = false;
    } catch (error) {
      if (error instanceof RequestFailure && error.reason === 'not-found') keepLed(null);
      else isCutOff.value = true;
    }
    isSending = false;
    schedule();
  };
  const schedule = (): void => {
    if (timer !== undefined || isSending || !next || JSON.stringify(next) === shown) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        void send(next);
      },
      isCutOff.peek() ? 2000 : rest,
    );
  };
  const stop = effect(() => {
    if (!led.value) return;
    next = describeState() ?? next;
    schedule();
  });
  const beating = setInterval(() => {
    if (!isSending && led.peek()) void send(isCutOff.peek() ? next : null);
  }, beat);
  return () => {
    stop();
    clearInterval(beating);
    clearTimeout(timer);
  };
}
