/** Who may see a presentation that is kept, beside its owner. */
export const presentationSharings = ['owner', 'organisation', 'partner', 'police', 'public'] as const;
export type PresentationSharing = (typeof presentationSharings)[number];
