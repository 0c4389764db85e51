/** Digits and small letters that are not taken for one another, read aloud or written by hand. */
export const linkSigns = '23456789abcdefghjkmnpqrstuvwxyz';
