import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { plainPagePolicy } from '../pages/plain-page.ts';
import { rememberCompressed } from '../sending/compressed-texts.ts';
import { deliver } from '../sending/delivery.ts';
import { geojsonType, htmlType, jsonType } from './addresses.ts';

/** In which form a resource is sent: by `f`, else as the client would rather have it; JSON where it does not say. */
export type Form = 'json' | 'html';

export function chooseForm(c: Context, f: Form | undefined): Form {
  if (f !== undefined) return f;
  const supports = [htmlType, geojsonType, jsonType];
  return accepts(c, { header: 'Accept', supports, default: jsonType }) === htmlType ? 'html' : 'json';
}

/** Sends a text of a type under a strong tag, compressed; what is made for a form depends on `Accept`. */
export type SendText = (c: Context, type: string, text: string) => Promise<Response>;

export function createSending(): SendText {
  const remembered = new Map<string, ReturnType<typeof rememberCompressed>>();
  return async (c, type, text) => {
    const remember = remembered.get(type) ?? rememberCompressed(type);
    remembered.set(type, remember);
    if (type.startsWith(htmlType)) c.header('Content-Security-Policy', plainPagePolicy);
    const response = await deliver(c, remember(text));
    response.headers.append('Vary', 'Accept');
    return response;
  };
}
