import { signal } from '@preact/signals';

/** Whether the card tells where its area lies among all others: nothing is fetched before. */
export const isDistributionOpen = signal(false);

/** Whether the card has practices to offer where its figure differs by more than chance: that is not tested before. */
export const areOffersDrawn = signal(false);

/** Whether people walk from area to area with the arrow keys: from the first arrow until the focus leaves the map. */
export const isWalking = signal(false);
