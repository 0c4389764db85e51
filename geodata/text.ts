/** The languages of the screen; Dutch comes first. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that people read, in every language of the screen. */
export type Text = Readonly<Record<Language, string>>;
