import { request } from 'node:http';

/** What a presenter shows: an address, or a slide of a presentation, and where the pointer is. */
export interface ShownState {
  readonly address: string;
  readonly slide: number | null;
  readonly pointer: { readonly panel: number; readonly longitude: number; readonly latitude: number } | null;
}

/** A session that is being followed. */
export interface Session {
  /** Where its followers listen. */
  readonly events: string;
  show(state: ShownState): Promise<void>;
}

/** Begins a session of a presenter who shows `first`. */
export async function beginSession(address: string, first: ShownState): Promise<Session> {
  const { code, key } = await post<{ code: string; key: string }>(`${address}/api/follow`, first);
  return {
    events: `${address}/api/follow/${code}/events`,
    async show(state) {
      await post(`${address}/api/follow/${code}`, { state }, key);
    },
  };
}

async function post<Answer>(address: string, body: object, key?: string): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', ...(key && { 'X-Presenter-Key': key }) };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return (await answer.json()) as Answer;
}

/**
 * Follows a session over a connection of its own, as the client that `client` names where a proxy is trusted; `onState` hears
 * the number of each state. Gives what ends it.
 */
export function follow(events: string, onState: (id: string) => void, client?: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const headers = client ? { 'X-Forwarded-For': client } : {};
    const asked = request(events, { agent: false, headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${events} answered ${answer.statusCode}`));
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        for (const [, id = ''] of text.matchAll(/^id: (\d+)$/gm)) onState(id);
      });
      answer.on('error', () => undefined);
      resolve(() => asked.destroy());
    });
    asked.on('error', reject);
    asked.end();
  });
}
