import type { VisibilityRule } from '../visibility.ts';

/** What of the demonstration is not for everyone: two subjects, and the neighbourhoods of a third. */
export const demonstrationRules: readonly VisibilityRule[] = [
  { kind: 'indicator', subject: 'signalen-ondermijning', level: null, visibility: 'partner' },
  { kind: 'indicator', subject: 'diefstal-bij-bedrijven', level: null, visibility: 'partner' },
  { kind: 'indicator', subject: 'meldingen-jeugdoverlast', level: 'neighbourhood', visibility: 'police' },
];
