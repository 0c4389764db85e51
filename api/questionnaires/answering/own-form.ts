import type { Context } from 'hono';
import { isProven, type SurveyKey } from '../../../sql/questionnaires/sealing.ts';
import { isFromPageOf, readOrigin } from '../../pages/origin.ts';
import { fieldOf, type SentFields } from './form.ts';

/**
 * Whether a form was sent from a page of our own. A browser says so by `Sec-Fetch-Site` and `Origin`, an older one by
 * `Referer`, and one that says nothing by the proof in the form that was written for this code.
 */
export function isOwnForm(
  c: Context,
  publicUrl: string | null,
  proof: { readonly key: SurveyKey; readonly code: string | null; readonly fields: SentFields },
): boolean {
  const { req } = c;
  const own = readOrigin(c, publicUrl);
  if (req.header('Origin') !== undefined) return isFromPageOf(own, c);
  const site = req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const from = req.header('Referer');
  if (from !== undefined) return URL.canParse(from) && new URL(from).origin === own;
  // Who enters a code has none yet that somebody could use.
  return proof.code === null || isProven(proof.key, proof.code, fieldOf(proof.fields, 'bewijs'));
}
