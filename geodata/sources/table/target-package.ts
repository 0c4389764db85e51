import { composePackage } from '../live/composition.ts';
import type { Collected, LiveRegion } from '../live/source.ts';
import type { TargetReading } from './target-sheet.ts';

/**
 * Targets as a data package. Those of one municipality are a package of its own, so that the next one of it takes their
 * place and leaves those of others as they are.
 */
export function packTargets(
  { targets, accounts, notes }: TargetReading,
  region: LiveRegion,
  municipalities: readonly { readonly code: string; readonly name: string }[],
): Collected {
  const codes = [...new Set(targets.map(({ municipality }) => municipality))];
  const only = codes.length === 1 ? municipalities.find(({ code }) => code === codes[0]) : undefined;
  return composePackage({
    name: only ? `targets-${only.code.toLowerCase()}` : 'targets',
    title: only ? `Streefwaarden van ${only.name}` : 'Streefwaarden van gemeenten',
    region,
    indicators: [],
    targets,
    madeFrom: accounts,
    parts: [],
    notes,
  });
}
