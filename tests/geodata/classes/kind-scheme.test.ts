import { describe, expect, test } from 'vitest';
import type { Colour } from '../../../geodata/classes/colour.ts';
import { bivariateColours, clusterColours } from '../../../geodata/classes/kind-scheme.ts';
import { appearances } from '../../../geodata/classes/scheme.ts';
import { clusterKinds } from '../../../geodata/connection/clusters.ts';
import { polarities } from '../../../geodata/indicator.ts';
import { distance, perceive, type Sight, sights } from './colour-vision.ts';

/** Smallest distances in OKLab between any two kinds; just noticeable side by side is about 0.02. */
const smallest = { usual: 0.085, grey: 0.05, projected: 0.03 };

function limitFor(sight: string): number {
  if (sight === 'grey print') return smallest.grey;
  return sight.endsWith('projector') ? smallest.projected : smallest.usual;
}

function least(colours: readonly Colour[], see: Sight): number {
  return Math.min(
    ...colours.flatMap((one, i) => colours.slice(i + 1).map((other) => distance(one, other, see))),
  );
}

const circumstances = appearances.flatMap((appearance) =>
  Object.entries(sights).map(([sight, see]) => ({ appearance, sight, see })),
);

describe('kinds of clusters', () => {
  test.each(circumstances)('are all different in $appearance: $sight', ({ appearance, sight, see }) => {
    for (const polarity of polarities)
      expect(least(clusterColours(polarity, appearance), see)).toBeGreaterThan(limitFor(sight));
  });

  test('stand out from the paper in order of what they say: clusters, outliers, and no pattern least', () => {
    for (const [appearance, turn] of [
      ['light', -1],
      ['dark', 1],
    ] as const) {
      const [highHigh, lowLow, highLow, lowHigh, none] = clusterColours('neutral', appearance).map(
        (colour) => turn * perceive(colour, sights['full colour'])[0],
      ) as [number, number, number, number, number];
      expect(Math.min(highHigh, lowLow)).toBeGreaterThan(Math.max(highLow, lowHigh));
      expect(Math.min(highLow, lowHigh)).toBeGreaterThan(none);
    }
  });

  test('say worse with warm, better with cool', () => {
    const high = clusterKinds.indexOf('high-high');
    const [worse, better] = (['higher-is-worse', 'higher-is-better'] as const).map(
      (polarity) => clusterColours(polarity, 'light')[high] ?? [0, 0, 0],
    );
    expect((worse?.[0] ?? 0) - (worse?.[2] ?? 0)).toBeGreaterThan(60);
    expect((better?.[2] ?? 0) - (better?.[0] ?? 0)).toBeGreaterThan(60);
  });
});

/** Nine colours lie closer together than six. */
const smallestOfNine = { usual: 0.085, grey: 0.05, projected: 0.045 };

describe('two indicators on one map', () => {
  test.each(circumstances)(
    'has nine different colours in $appearance: $sight',
    ({ appearance, sight, see }) => {
      const limit =
        sight === 'grey print'
          ? smallestOfNine.grey
          : smallestOfNine[sight.endsWith('projector') ? 'projected' : 'usual'];
      expect(bivariateColours(appearance)).toHaveLength(9);
      expect(least(bivariateColours(appearance), see)).toBeGreaterThan(limit);
    },
  );

  test.each(circumstances)(
    'stands out more where either is higher in $appearance: $sight',
    ({ appearance, see }) => {
      const turn = appearance === 'light' ? -1 : 1;
      const lightness = bivariateColours(appearance).map((colour) => turn * perceive(colour, see)[0]);
      lightness.forEach((own, index) => {
        if (index % 3 > 0) expect(own).toBeGreaterThan(lightness[index - 1] ?? own);
        if (index >= 3) expect(own).toBeGreaterThan(lightness[index - 3] ?? own);
      });
    },
  );
});
