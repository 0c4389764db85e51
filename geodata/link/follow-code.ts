import { linkSigns } from './signs.ts';

/** As many signs as people read aloud in one breath: 8.9 × 10⁸ codes, of which few are in use at once. */
export const followCodeLength = 6;

const code = new RegExp(`^[${linkSigns}]{${followCodeLength}}$`);

/** Whether a text is the code of a session that others follow. */
export function isFollowCode(text: string): boolean {
  return code.test(text);
}
