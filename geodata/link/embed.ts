/** What a frame on another site can show. */
export const embedKinds = ['map', 'chart', 'figure', 'table'] as const;
export type EmbedKind = (typeof embedKinds)[number];

/** Its colours: as the reader's system has them, or as the site around it. */
export const embedThemes = ['system', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];
