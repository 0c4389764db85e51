/** Why the server refused, by the kind of its problem; `unreachable` where it gave no answer. */
export class ServerProblem extends Error {
  constructor(
    readonly kind: string,
    /** The field that was refused, where it was one. */
    readonly field: string | null = null,
    /** All that the server said of it. */
    readonly told: Readonly<Record<string, unknown>> = {},
  ) {
    super(kind);
    this.name = 'ServerProblem';
  }
}

/** Throws ServerProblem, as every verb here does. */
export function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  return askServer(`/api/accounts/${path}`, init);
}

/** Writes something at an address of the API; gives the answer. Throws ServerProblem. */
export function put<Answer>(address: string, body: object): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  return askServer(address, { method: 'PUT', headers, body: JSON.stringify(body) });
}

async function askServer<Answer>(address: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(address, init).catch(() => {
    throw new ServerProblem('unreachable');
  });
  if (response.ok) return response.json() as Promise<Answer>;
  const problem: { type?: string; errors?: { parameter: string }[] } = await response
    .json()
    .catch(() => ({}));
  throw new ServerProblem(
    problem.type?.split('#problem-')[1] ?? 'unreachable',
    problem.errors?.[0]?.parameter ?? null,
    problem,
  );
}

/** Sends something that changes something; gives the answer. */
export function send<Answer = unknown>(path: string, body: object = {}): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}
