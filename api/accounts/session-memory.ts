import type { Session } from '../../sql/accounts/sessions.ts';

/** Sessions that were looked up a moment ago, so that not every request asks the database. */
export interface SessionMemory {
  /** The session of a token: at once where it is remembered. */
  find(token: string): Session | null | Promise<Session | null>;
  /** After anything was changed in this process that decides what somebody may. */
  forget(): void;
}

/** What another process changes counts here within this, milliseconds. */
const memoryTime = 1000;
const mostSessions = 5000;

export function rememberSessions(look: (token: string) => Promise<Session | null>): SessionMemory {
  let kept = new Map<string, { readonly session: Session | null; readonly until: number }>();
  return {
    find(token) {
      const known = kept.get(token);
      if (known && known.until > Date.now()) return known.session;
      const before = kept;
      const asked = Date.now();
      return look(token).then((session) => {
        // What was asked before a change may be told after it, and is then not kept.
        if (before !== kept) return session;
        if (kept.size >= mostSessions) kept.clear();
        const ends = session?.expiresAt.getTime() ?? Number.POSITIVE_INFINITY;
        kept.set(token, { session, until: Math.min(asked + memoryTime, ends) });
        return session;
      });
    },
    forget() {
      kept = new Map();
    },
  };
}
