/** How a service is asked. */
export interface Asked {
  /** The type of the answer that is wanted. */
  readonly accept: string;
  /** Longest wait, milliseconds. */
  readonly wait: number;
}

/**
 * Asks a service that an operator set, once and within a time. A redirect fails: it could lead into the network that this
 * server stands in.
 */
export function askService(
  address: string,
  { accept, wait }: Asked,
  fetch = globalThis.fetch,
): Promise<Response> {
  return fetch(address, {
    headers: { Accept: accept },
    redirect: 'error',
    signal: AbortSignal.timeout(wait),
  });
}
