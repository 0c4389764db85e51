import type { ProblemDirection } from './practice.ts';

/** An area whose figure differs by more than chance. */
interface Differing {
  readonly code: string;
  readonly side: 'higher' | 'lower';
}

/** A practice of which the problem is found in areas, those that are like its own first. */
export interface PracticeOffer<Practice, Area> {
  readonly practice: Practice;
  readonly alike: readonly Area[];
  readonly others: readonly Area[];
}

const sideOf: Readonly<Record<ProblemDirection, Differing['side']>> = { high: 'higher', low: 'lower' };

/**
 * Offers each practice in exactly the areas where its problem is found: that differ by more than chance in its direction,
 * but for the one that it comes from. Practices that are for areas like their own come first, the earlier before the later.
 * `peersOf`: codes of the areas that are like the one of a practice.
 */
export function offerPractices<
  Practice extends {
    readonly area: string | null;
    readonly direction: ProblemDirection;
    readonly beganOn: string;
  },
  Area extends Differing,
>(
  practices: readonly Practice[],
  areas: readonly Area[],
  peersOf: (code: string) => ReadonlySet<string>,
): PracticeOffer<Practice, Area>[] {
  const offers = practices.map((practice) => {
    const peers = practice.area === null ? new Set<string>() : peersOf(practice.area);
    const found = areas.filter(
      ({ code, side }) => side === sideOf[practice.direction] && code !== practice.area,
    );
    return {
      practice,
      alike: found.filter(({ code }) => peers.has(code)),
      others: found.filter(({ code }) => !peers.has(code)),
    };
  });
  return offers
    .filter(({ alike, others }) => alike.length + others.length > 0)
    .sort(
      (one, other) =>
        other.alike.length - one.alike.length || one.practice.beganOn.localeCompare(other.practice.beganOn),
    );
}
