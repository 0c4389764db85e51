import type { Form, Kind, Outcome } from './form.ts';
import { lineKinds } from './lines.ts';
import { mapKinds } from './maps.ts';
import { numberKinds } from './numbers.ts';
import { periodKinds } from './periods.ts';
import { placeKinds } from './places.ts';
import { serviceKinds } from './services.ts';
import { workbookKinds } from './workbooks.ts';

/** Every kind of trouble that is tried. */
export const kinds: readonly Kind[] = [
  ...lineKinds,
  ...workbookKinds,
  ...periodKinds,
  ...numberKinds,
  ...placeKinds,
  ...mapKinds,
  ...serviceKinds,
];

const outcomes: readonly Outcome[] = ['read', 'asked', 'refused'];

/** The table of kinds as docs/forms.md has it: how often each was tried in which readers, and what became of it. */
export function formatKinds(): string {
  const rows = kinds.map(({ kind, forms }) => {
    const readers = [...new Set(forms.map(({ reader }) => reader))].join(', ');
    const counts = outcomes.map((outcome) => forms.filter((form) => form.outcome === outcome).length);
    return `| ${kind} | ${readers} | ${forms.length} | ${counts.join(' | ')} |`;
  });
  const sums = outcomes.map((outcome) =>
    kinds.reduce((sum, { forms }) => sum + forms.filter((form) => form.outcome === outcome).length, 0),
  );
  const all = sums.reduce((sum, count) => sum + count, 0);
  return [
    '| kind of trouble | tried in | forms | read as meant | asked | refused |',
    '|---|---|---|---|---|---|',
    ...rows,
    `| all | | ${all} | ${sums.join(' | ')} |`,
    '',
    ...kinds.map(formatForms),
  ].join('\n');
}

/** The forms of a kind, each once, by what becomes of it. */
function formatForms({ kind, forms }: Kind): string {
  const list = (outcome: Outcome) => [
    ...new Set(forms.filter((form) => form.outcome === outcome).map(nameForm)),
  ];
  const parts = outcomes.flatMap((outcome) => {
    const names = list(outcome);
    return names.length ? [`${outcome}: ${names.join('; ')}`] : [];
  });
  return `- **${kind}.** ${parts.join('. ')}.`;
}

/** Signs that nobody sees are written as their numbers. */
function nameForm({ form }: Form): string {
  const shown = form.replaceAll(
    /[\p{Cc}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu,
    (sign) => `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
  return shown.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '\\<').replaceAll('`', '\\`');
}
