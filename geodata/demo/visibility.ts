import type { VisibilityRule } from '../visibility.ts';

/** What of the demonstration is not for everyone: two subjects, the neighbourhoods of a third, and those of a municipality. */
export const demonstrationRules: readonly VisibilityRule[] = [
  { kind: 'indicator', subject: 'signalen-ondermijning', level: null, visibility: 'partner' },
  { kind: 'indicator', subject: 'diefstal-bij-bedrijven', level: null, visibility: 'partner' },
  { kind: 'indicator', subject: 'meldingen-jeugdoverlast', level: 'neighbourhood', visibility: 'police' },
  { kind: 'municipality', subject: 'GM0183', level: 'neighbourhood', visibility: 'partner' },
];
