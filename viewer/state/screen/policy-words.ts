import { computed } from '@preact/signals';
import { enPolicy } from '../../text/en-policy.ts';
import { nlPolicy } from '../../text/nl-policy.ts';
import { language } from '../link/view.ts';

const own = { nl: nlPolicy, en: enPolicy };

/** The words of the pages of the policy cycle, of shared lists and of who is signed in, in the language on screen. */
export const policyWords = computed(() => own[language.value]);

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
export function findToday(): string {
  return new Date().toISOString().slice(0, 10);
}
