import type { Repair } from '../../geodata/sources/boundaries/repair.ts';
import type { Database } from '../../sql/database.ts';
import {
  listChangedHistory,
  listCoverageLost,
  listJumpsFromBefore,
  listJumpsFromPeriod,
  listOthersLost,
  listOutOfRange,
  listSumsOff,
  listUnknownMunicipalities,
  type Remark,
  type Written,
} from '../../sql/publication.ts';
import type { OnProgress } from './progress.ts';

type Severity = 'error' | 'warning' | 'note';

/** What a check found. An error keeps a release from being published. */
export interface Finding {
  readonly severity: Severity;
  readonly check: Check['name'] | 'unknown codes' | 'magnitude';
  readonly message: string;
  /** Indicator, period, areas and their figures; null where the finding is about codes alone. */
  readonly remark: Remark | null;
}

interface Check {
  readonly name: 'range' | 'coverage' | 'jump' | 'sum' | 'changed history';
  readonly severity: Severity;
  readonly find: (db: Database, written: Written) => Promise<Remark[]>;
  readonly say: (remark: Remark) => string;
}

const checks: readonly Check[] = [
  {
    name: 'range',
    severity: 'error',
    find: listOutOfRange,
    say: ({ count }) => `${figures(count)} outside what the unit allows`,
  },
  {
    name: 'coverage',
    severity: 'warning',
    find: listCoverageLost,
    say: ({ count, of }) => `${count} of the ${of} areas that had a figure have none now`,
  },
  {
    name: 'coverage',
    severity: 'warning',
    find: listOthersLost,
    say: ({ count }) => `${figures(count)} of another package gone, because the area is`,
  },
  {
    name: 'jump',
    severity: 'warning',
    find: listJumpsFromBefore,
    say: ({ count }) => `${figures(count)} far from what was published before`,
  },
  {
    name: 'jump',
    severity: 'warning',
    find: listJumpsFromPeriod,
    say: ({ count }) => `${figures(count)} far from the period before`,
  },
  {
    name: 'sum',
    severity: 'warning',
    find: listSumsOff,
    say: ({ count }) => `${figures(count)} given of a whole far from the sum of its parts`,
  },
  {
    name: 'changed history',
    severity: 'note',
    find: listChangedHistory,
    say: ({ count }) => `${figures(count)} of a past period changed`,
  },
];

/**
 * Runs all checks on what was just written, within its transaction; the gravest findings first. `doubts` were found in
 * the files.
 */
export async function listFindings(
  db: Database,
  written: Written,
  doubts: readonly Repair[],
  onProgress: OnProgress,
): Promise<Finding[]> {
  const findings: Finding[] = [
    ...(await listUnknownMunicipalities(db)).map((code) => ({
      severity: 'warning' as const,
      check: 'unknown codes' as const,
      message: `the region counts ${code} as a municipality, and no boundaries have it`,
      remark: null,
    })),
    ...doubts.map(({ file, place, message }) => ({
      severity: 'warning' as const,
      check: 'magnitude' as const,
      message: `${file}, ${place}: ${message}`,
      remark: null,
    })),
  ];
  for (const [done, { name, severity, find, say }] of checks.entries()) {
    onProgress({ step: 'checking', done, total: checks.length });
    for (const remark of await find(db, written))
      findings.push({ severity, check: name, message: say(remark), remark });
  }
  const order: readonly Severity[] = ['error', 'warning', 'note'];
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Whether a check found what keeps the release from being published. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** A finding as a line for a terminal. */
export function formatFinding({ severity, check, message, remark }: Finding): string {
  const place = remark ? `${remark.indicator} ${remark.period}: ` : '';
  const examples = remark?.examples.map(
    ({ area, value, reference }) =>
      `${area} ${[reference, value].flatMap((number) => (number === null ? [] : [number])).join(' → ')}`,
  );
  return `${severity}, ${check}: ${place}${message}${examples?.length ? ` (${examples.join(', ')})` : ''}`;
}

function figures(count: number): string {
  return count === 1 ? '1 figure' : `${count} figures`;
}
