import { api } from './client.ts';
import type { ShortLinkBody, ShortLinksBody } from './contract.ts';
import { expectAnswer } from './request.ts';

/** A short link that was made, and how many of its indicators are not for everybody. */
export interface MadeLink {
  readonly id: string;
  readonly hidden: number;
}

/** Makes a short link of an address of this site. Every verb here throws RequestFailure when no good answer comes. */
export async function makeShortLink(
  wish: { readonly address: string; readonly frozen: boolean },
  abort: AbortSignal,
): Promise<MadeLink> {
  const answer = await expectAnswer(api.links.$post({ json: wish }, { init: { signal: abort } }));
  return answer.json() as Promise<MadeLink>;
}

/** What a short link is about. */
export async function readShortLink(id: string, abort: AbortSignal): Promise<ShortLinkBody> {
  const request = api.links[':id'].$get({ param: { id }, query: {} }, { init: { signal: abort } });
  return (await expectAnswer(request)).json() as Promise<ShortLinkBody>;
}

/** All short links; for administrators alone. */
export async function readShortLinks(abort: AbortSignal): Promise<ShortLinksBody['rows']> {
  const answer = await expectAnswer(api.links.$get({ query: {} }, { init: { signal: abort } }));
  return ((await answer.json()) as ShortLinksBody).rows;
}

/** Removes a short link. */
export async function removeShortLink(id: string): Promise<void> {
  await expectAnswer(api.links[':id'].$delete({ param: { id } }));
}
