/** How the map's panels stand: one, two or four beside each other, or two over each other with a divider between. */
export const arrangements = ['1', '2', '4', 'swipe'] as const;
export type Arrangement = (typeof arrangements)[number];

/** How many panels each arrangement has. */
export const panelCounts: Readonly<Record<Arrangement, number>> = { '1': 1, '2': 2, '4': 4, swipe: 2 };

export const mostPanels = 4;
