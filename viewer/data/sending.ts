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

/** The same where the answer is a file. */
export async function askBlob(path: string, init: RequestInit): Promise<Blob> {
  return (await request(`/api/accounts/${path}`, init)).blob();
}

/** Writes something at an address of the API; gives the answer. Throws ServerProblem. */
export function put<Answer>(address: string, body: object): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  return askServer(address, { method: 'PUT', headers, body: JSON.stringify(body) });
}

async function askServer<Answer>(address: string, init: RequestInit): Promise<Answer> {
  return (await request(address, init)).json() as Promise<Answer>;
}

async function request(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch(() => {
    throw new ServerProblem('unreachable');
  });
  if (response.ok) return response;
  throw readProblem(await response.json().catch(() => ({})));
}

function readProblem(problem: { type?: string; errors?: { parameter: string }[] }): ServerProblem {
  return new ServerProblem(
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

/**
 * Sends a file, and says how much of it is sent, as a share; gives the answer. Throws ServerProblem, of the kind `stopped`
 * where whoever sends stops it. `fetch` tells nothing of what it has sent.
 */
export function sendFile<Answer>(
  path: string,
  file: Blob,
  { onSent, abort }: { readonly onSent: (share: number) => void; readonly abort: AbortSignal },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/accounts/${path}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('abort', () => reject(new ServerProblem('stopped')));
    abort.addEventListener('abort', () => request.abort());
    request.addEventListener('error', () => reject(new ServerProblem('unreachable')));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response as Answer);
      else reject(readProblem(request.response ?? {}));
    });
    request.send(file);
  });
}
