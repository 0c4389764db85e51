import type { Context } from 'hono';
import { type Act, type Actor, recordAct, type TrailDetails } from '../../sql/trail.ts';
import { type ApiContext, requirePrimary } from '../context.ts';
import { askingOf } from './reader.ts';

/** The same download of the same person is written down once within this, milliseconds: a map asks again and again. */
const rest = 15 * 60 * 1000;
const mostKept = 10_000;

/** Writes down that who asks gets figures that are not public: `what`, such as `indicator:misdrijven`, in which form. */
type RecordDownload = (
  c: Context,
  what: NonNullable<Act['subject']>,
  detail: TrailDetails & { readonly form: 'csv' | 'json' | 'geojson' | 'column' },
) => Promise<void>;

/** To be called before anything is sent: what cannot be written down is not given. */
export function recordClosedDownloads(context: ApiContext): RecordDownload {
  const recent = new Map<string, number>();
  return async (c, what, detail) => {
    const actor = await findActor(c, context);
    const key = JSON.stringify([actor, what, detail]);
    const now = Date.now();
    if (now - (recent.get(key) ?? Number.NEGATIVE_INFINITY) < rest) return;
    await recordAct(requirePrimary(context), { act: 'download', actor, subject: what, detail });
    if (recent.size >= mostKept) recent.clear();
    recent.set(key, now);
  };
}

/** Whoever sees what is not public without a session was let to by the server's own settings. */
export async function findActor(c: Context, { accounts }: ApiContext): Promise<Actor> {
  const session = await accounts?.findSession(askingOf(c));
  return session ? `person:${session.person.id}` : 'server';
}
