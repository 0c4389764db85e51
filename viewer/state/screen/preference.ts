/** What this browser remembers for its reader; nothing, where it may not store. */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that refuses storage forgets; nothing on screen depends on it.
  }
}
