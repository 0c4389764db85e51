import type { MapLevel } from '../../../geodata/level.ts';
import type { ContributionSummaryBody } from '../../data/contract.ts';
import { readContributions } from '../../data/contributions.ts';
import { readContext } from '../../state/reference/context.ts';
import { listPeers } from '../peers/peer-rows.ts';

/** What is told of a practice. */
export type ToldPractice = ContributionSummaryBody & {
  readonly practice: NonNullable<ContributionSummaryBody['practice']>;
};

/** A practice that can be offered: about which areas, and since when. */
export interface OfferedPractice {
  readonly story: ToldPractice;
  readonly area: string | null;
  readonly direction: ToldPractice['practice']['direction'];
  readonly beganOn: string;
}

/** Practices about some indicators, and which areas of a level are like the one of a practice. */
export interface Offered {
  readonly practices: readonly OfferedPractice[];
  readonly peersOf: (code: string) => ReadonlySet<string>;
}

interface OfferWish {
  /** Addresses, one of which a practice is about. */
  readonly indicator: readonly string[];
  readonly level: MapLevel;
  readonly carry: number | null;
}

const none: ReadonlySet<string> = new Set();

/** Reads what the reader may be offered; what areas are alike is asked only where there is a practice. Throws RequestFailure. */
export async function readOffered(
  { indicator, level, carry }: OfferWish,
  abort: AbortSignal,
): Promise<Offered> {
  const stories = await readContributions({ kind: 'practice', indicator }, abort);
  const practices = stories.flatMap(({ practice, ...story }) =>
    practice
      ? [
          {
            story: { ...story, practice },
            area: story.area,
            direction: practice.direction,
            beganOn: practice.beganOn,
          },
        ]
      : [],
  );
  return { practices, peersOf: practices.length > 0 ? await readPeers(level, carry, abort) : () => none };
}

/** Gives the codes of the areas that are like the one of a code. */
async function readPeers(level: MapLevel, carry: number | null, abort: AbortSignal) {
  const { context, places } = await readContext(level, carry, abort);
  return (code: string): ReadonlySet<string> => {
    const own = places.find((place) => place.code === code);
    return own ? new Set(listPeers(context, own.index, places).map(({ place }) => place.code)) : none;
  };
}
