const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The day of a moment where the questionnaires are answered, `2026-11-30`. */
export function dayOf(moment: Date = new Date()): string {
  return format.format(moment);
}

/** So many days after a day. */
export function addDays(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
