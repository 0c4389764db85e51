import { computed } from '@preact/signals';
import { language } from '../../state/link/view.ts';
import { enAccount } from '../../text/en-account.ts';
import { nlAccount } from '../../text/nl-account.ts';

const own = { nl: nlAccount, en: enAccount };

/** The words of the pages about signing in and people, in the language on screen. */
export const accountWords = computed(() => own[language.value]);

/** A day, or a day and a time, as people write it. */
export function writeTime(time: string, withHour = true): string {
  const hour = withHour ? ({ timeStyle: 'short' } as const) : {};
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', ...hour }).format(new Date(time));
}
