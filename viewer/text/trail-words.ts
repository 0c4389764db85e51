import type { Sentence } from './words.ts';

/** What the trail says of an act, a subject or a detail, by the name that the server gives it. */
type Told<Text> = Readonly<Record<string, Text>>;

/** What the page of the trail says. */
export type TrailWords = Record<
  | 'intro'
  | 'act'
  | 'all'
  | 'person'
  | 'from'
  | 'until'
  | 'number'
  | 'when'
  | 'who'
  | 'what'
  | 'about'
  | 'more'
  | 'none'
  | 'removed'
  | 'command'
  | 'server'
  | 'visitor',
  string
> & {
  readonly acts: Told<string>;
  readonly subjects: Told<Sentence<[string]>>;
  readonly details: Told<Sentence<[string]>>;
  /** Values of details that are no names, numbers or days. */
  readonly ways: Told<string>;
  readonly codes: Record<'wrong' | 'noApp', string>;
  readonly forms: Told<string>;
  readonly methods: Told<string>;
  readonly converged: Record<'yes' | 'no', string>;
  readonly sharings: Record<'owner' | 'organisation', string>;
  /** How many entries were removed from the trail. */
  readonly removedEntries: Sentence<[number]>;
  /** A detail that has no words, by its name. */
  readonly other: Sentence<[name: string, value: string]>;
};
