import { encodeAs } from './charset.ts';

/** The sets as which UTF-8 is read by mistake, and then written in UTF-8 once more. */
const mistaken = ['windows-1252', 'CP850', 'CP437'] as const;

/** What a repair may bring about: letters with accents and signs of Western text, or a sign that was lost before. */
const western =
  /^(?:[\u00a0-\u00ff\u0132\u0133\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2010-\u2026\u2032\u2033\u20ac\u2122\ufffd]|\p{M}|\u200b|\ufeff)+$/u;

/** The first of the two or three signs that a letter becomes: no Dutch word has them before anything but a letter. */
const trace = /[\u00c3\u00c2](?=\P{L}|$)|\u00e2\u20ac|\u251c[^\s\w]|\u252c/u;

/**
 * Repairs text that is UTF-8 read as another set and written again, however often (`CafÃ©` is `Café`): every run of
 * signs beyond ASCII has to be UTF-8 when written back. `text` is null where it bears the traces of it and cannot be
 * repaired; the same text comes back where nothing is wrong.
 */
export function repairDoubleEncoding(text: string): string | null {
  let repaired = text;
  for (let turn = 0; turn < 3; turn++) {
    const next = mistaken.map((name) => undo(repaired, name)).find((one) => one !== null);
    if (next === undefined || next === null) break;
    repaired = next;
  }
  return trace.test(repaired) ? null : repaired;
}

/** Null where nothing is to be undone. */
function undo(text: string, name: (typeof mistaken)[number]): string | null {
  let isOther = false;
  const undone = text.replaceAll(/[\u0080-\uffff]+/g, (run) => {
    const whole = decode(run, name);
    if (whole === null) isOther = true;
    return whole ?? run;
  });
  return isOther || undone === text ? null : undone;
}

function decode(run: string, name: (typeof mistaken)[number]): string | null {
  const bytes = encodeAs(run, name);
  if (!bytes) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return western.test(text) ? text : null;
  } catch {
    return null;
  }
}
