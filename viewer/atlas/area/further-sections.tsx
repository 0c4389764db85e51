import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { mayHavePeers } from '../../../geodata/comparing/peer-context.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import { arePeersOpen } from '../../figures/peers/area-peers.ts';
import { makeLazy } from '../../parts/lazy-part.tsx';
import { area } from '../../state/area/selection.ts';
import { indicators, shownParts } from '../../state/catalog.ts';
import { isDistributionOpen } from '../../state/screen/activity.ts';
import { words } from '../../state/screen/words.ts';

const waiting = () => <div class="skeleton card-waiting" />;

const Distribution = makeLazy(
  () => import('./distribution.tsx').then((module) => module.Distribution),
  waiting,
);
const CardPeers = makeLazy(
  () => import('../../figures/peers/card-peers.tsx').then((module) => module.CardPeers),
  waiting,
);

/** What is told of the area once somebody asks: where it lies among all others, and which are like it. */
export function FurtherSections() {
  const text = words.value;
  const level = shownParts.area.value ? area.data.value?.level : null;
  return (
    <>
      <FurtherSection
        heading={text.area.distribution}
        onOpen={(isOpen) => {
          isDistributionOpen.value = isOpen;
        }}
      >
        <Distribution />
      </FurtherSection>
      {level && isMapLevel(level) && mayHavePeers(indicators.value) && (
        <FurtherSection
          heading={text.area.peers(text.levels[level].many)}
          onOpen={(isOpen) => {
            arePeersOpen.value = isOpen;
          }}
        >
          <CardPeers />
        </FurtherSection>
      )}
    </>
  );
}

interface FurtherSectionProps {
  readonly heading: string;
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: ComponentChildren;
}

/** A part of the card that is made when it is unfolded. */
function FurtherSection({ heading, onOpen, children }: FurtherSectionProps) {
  const isOpen = useSignal(false);
  useEffect(() => () => onOpen(false), []);
  return (
    <details
      class="further-section"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
        onOpen(isOpen.value);
      }}
    >
      <summary>{heading}</summary>
      {isOpen.value && children}
    </details>
  );
}
