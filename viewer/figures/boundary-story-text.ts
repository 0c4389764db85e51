import type { BoundaryStory, StoryPart } from '../../geodata/boundary/lineage/story.ts';
import { formatNumber } from '../../geodata/number.ts';
import type { Language } from '../../geodata/text.ts';
import type { Words } from '../text/words.ts';

interface StoryContext {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  /** Where the area came from, and what became of the area of that code before; null where no row tells. */
  readonly came: BoundaryStory | null;
  readonly went: BoundaryStory | null;
  /** Name of an area of the earlier or the later year; its code where that is not known. */
  readonly nameBefore: (code: string) => string;
  readonly nameAfter: (code: string) => string;
  readonly text: Words;
  readonly language: Language;
}

/** What became of an area between two boundary years, in plain sentences; none where nothing is known. */
export function writeStory(context: StoryContext): string[] {
  const { code, from, to, came, went, nameBefore, nameAfter, text } = context;
  if (!came) return [];
  const words = text.area.change.story;
  const opening = came.change === 'new' ? words.isNew(from, to) : words.redrawn(from, to);
  const gained = came.parts.map((part) =>
    writePart(part, part.code === code ? words.itself : nameBefore(part.code), context),
  );
  if (came.outside > 0) gained.push(words.newGround(percent(came.outside, context)));
  const lost = (went?.parts ?? [])
    .filter((part) => part.code !== code)
    .map((part) => words.lost(percent(part.areaShare, context), nameAfter(part.code)));
  return [
    opening,
    ...(gained.length > 0 ? [words.holds(from, list(gained, context))] : []),
    ...(lost.length > 0 ? [words.gave(list(lost, context))] : []),
  ];
}

function writePart({ areaShare }: StoryPart, name: string, context: StoryContext): string {
  const words = context.text.area.change.story;
  // What is short of all by a rounding is all to whoever reads it.
  return areaShare >= 0.995 ? words.whole(name) : words.part(percent(areaShare, context), name);
}

function percent(share: number, { language }: StoryContext): string {
  return share < 0.01 ? '< 1%' : `${formatNumber(share * 100, 0, language)}%`;
}

function list(parts: readonly string[], { language }: StoryContext): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}
