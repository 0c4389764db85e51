import { formatNumber } from '../../geodata/number.ts';
import type { ShownStatus } from '../state/area/selection.ts';
import { language } from '../state/link/view.ts';
import { words } from '../state/screen/words.ts';

/** How a figure stands, in words; of an estimate that was carried from other boundaries also how much was measured. */
export function writeStatus({
  status,
  measuredShare,
}: {
  readonly status: ShownStatus;
  readonly measuredShare?: number | null | undefined;
}): string {
  const { statuses, area } = words.value;
  if (status !== 'estimated' || measuredShare == null) return statuses[status];
  // Short of all is not all.
  const percent = Math.min(99, Math.round(measuredShare * 100));
  return `${statuses.estimated}, ${area.measured(formatNumber(percent, 0, language.value))}`;
}
