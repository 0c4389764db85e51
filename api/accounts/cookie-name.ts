/** The name of the cookie of a session: with https one that only this host can set, for all of its paths. */
export function nameCookie(publicUrl: string | null): string {
  return publicUrl?.startsWith('https:') ? '__Host-session' : 'session';
}

/** What a provider's answer is held against, in a cookie of its own, as it comes back from another site. */
export function nameFlowCookie(publicUrl: string | null): string {
  return publicUrl?.startsWith('https:') ? '__Host-sign-in' : 'sign-in';
}
