import { dayOf } from '../../../geodata/day.ts';
import { language } from '../link/view.ts';

/** A day, or a day and a time, as people write it. */
export function writeTime(time: string, withHour = true): string {
  const hour = withHour ? ({ timeStyle: 'short' } as const) : {};
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', ...hour }).format(new Date(time));
}

/** A day (`2027-03-31`) as people write it: `31 mrt 2027`, or without the day of the month where that is not needed. */
export function writeDay(day: string, isWhole = true): string {
  const parts = isWhole ? ({ day: 'numeric' } as const) : {};
  const form = new Intl.DateTimeFormat(language.value, {
    ...parts,
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return form.format(new Date(`${day}T00:00:00Z`));
}

/** Today, as days are kept. */
export const findToday = () => dayOf(new Date());
