import { effect, signal } from '@preact/signals';
import { defaultView, formatView } from '../../../geodata/link/view.ts';
import { language, viewParts } from '../link/view.ts';
import { type Turn, turn } from './playing.ts';
import { presented } from './presented.ts';

/** What the window of the speaker shows. */
export interface SpeakerScreen {
  readonly number: number;
  readonly count: number;
  readonly title: string;
  readonly sentence: string;
  readonly notes: string;
  /** null: there is no slide after it. */
  readonly next: string | null;
  /** When it was begun to be shown, milliseconds since 1970. */
  readonly startedAt: number;
}

type Message =
  | { readonly kind: 'slide'; readonly screen: SpeakerScreen }
  | { readonly kind: 'end' }
  | { readonly kind: 'hello' }
  | { readonly kind: 'turn'; readonly way: Turn };

/** Windows that belong together have the same name of a channel, which the second one is given as its name. */
const prefix = 'wijkinformatie-speaker-';

/** Opens the window for the speaker's notes, to be put on a second screen. */
export function openSpeakerWindow(): void {
  const address = `${location.pathname}${formatView({ ...defaultView, page: 'speaker', language: language.peek() })}`;
  window.open(address, channelName(), 'popup,width=900,height=700');
}

let ownChannel: string | null = null;

/** Kept over a reload of this tab, so that the other window stays with it. */
function channelName(): string {
  ownChannel ??= sessionStorage.getItem('speaker-channel') ?? `${prefix}${crypto.randomUUID()}`;
  sessionStorage.setItem('speaker-channel', ownChannel);
  return ownChannel;
}

/** While slides are shown: tells the window of the speaker, and does what is asked there. Returns what ends that. */
export function tellSpeaker(): () => void {
  const channel = new BroadcastChannel(channelName());
  const startedAt = Date.now();
  const send = (message: Message) => channel.postMessage(message);
  const tell = () => {
    const screen = describeScreen(startedAt);
    if (screen) send({ kind: 'slide', screen });
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello') tell();
    if (data.kind === 'turn') turn(data.way);
  });
  const stop = effect(tell);
  return () => {
    stop();
    send({ kind: 'end' });
    channel.close();
  };
}

function describeScreen(startedAt: number): SpeakerScreen | null {
  const [all, number] = [presented.value?.slides ?? [], viewParts.slide.value ?? 0];
  const slide = all[number - 1];
  if (!slide) return null;
  const { title, sentence, notes } = slide;
  return { number, count: all.length, title, sentence, notes, next: all[number]?.title ?? null, startedAt };
}

/** What the presenter's window says, in the window of the speaker; null before and after. */
export const speakerScreen = signal<SpeakerScreen | null>(null);
export const hasSpeakerEnded = signal(false);

/** In the window of the speaker: listens to the presenter's. Returns how to turn the slides there, and what ends it. */
export function followPresenter(): { readonly turn: (way: Turn) => void; readonly end: () => void } {
  const channel = new BroadcastChannel(window.name.startsWith(prefix) ? window.name : prefix);
  const send = (message: Message) => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'slide') {
      speakerScreen.value = data.screen;
      hasSpeakerEnded.value = false;
    }
    if (data.kind === 'end') {
      speakerScreen.value = null;
      hasSpeakerEnded.value = true;
    }
  });
  send({ kind: 'hello' });
  return { turn: (way) => send({ kind: 'turn', way }), end: () => channel.close() };
}
