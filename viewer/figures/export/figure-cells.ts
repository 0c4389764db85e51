import { formatUnit } from '../../../geodata/number.ts';
import type { Area } from '../../data/contract.ts';
import type { Cell } from '../../parts/export/workbook.ts';
import { nameStatus } from '../../parts/status-text.ts';
import { municipalityOf } from '../../state/area/selection.ts';
import { language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import type { FigureRow } from '../figure-rows.ts';
import { writeVerdict } from '../verdict.tsx';

/** Figures of one area, as they are to be saved. */
export interface SavedFigures {
  readonly area: Pick<Area, 'code' | 'name'>;
  readonly rows: readonly FigureRow[];
}

/** Every figure in a row, heads first; each ends with its source, licence, the link that shows it, and the day. */
export function listFigureCells(
  all: readonly SavedFigures[],
  reference: string,
  { link, day }: { readonly link: string; readonly day: string },
): Cell[][] {
  const { selection, differences, report, profile, area, timeline } = words.value;
  const { csv } = selection;
  const heads = [
    csv.code,
    csv.name,
    csv.municipality,
    profile.figure,
    report.unit,
    area.period,
    timeline.boundaries,
    profile.value,
    csv.lower,
    csv.upper,
    csv.status,
    csv.reference,
    csv.referenceValue,
    csv.difference,
    `${csv.difference}: ${csv.lower}`,
    `${csv.difference}: ${csv.upper}`,
    differences.csv.corrected,
    profile.verdict,
    differences.csv.fewCases,
    csv.source,
    area.licence,
    csv.link,
    report.day,
  ];
  return [heads, ...all.flatMap(({ area: own, rows }) => rows.map((row) => listCells(own, row)))];

  function listCells(own: SavedFigures['area'], row: FigureRow): Cell[] {
    const { indicator, moment, side, interval, reference: other, finding } = row;
    const { yes, no } = differences.csv;
    return [
      own.code,
      own.name,
      municipalityOf(own.code) ?? own.name,
      translate(indicator.name),
      formatUnit(indicator.unit, language.value),
      moment.period,
      moment.boundaryYear,
      known(side.value),
      known(interval?.lower),
      known(interval?.upper),
      nameStatus(side.status, indicator, side.reason),
      finding ? reference : '',
      finding ? known(other?.value) : null,
      known(finding?.difference),
      known(finding?.lower),
      known(finding?.upper),
      known(finding?.p),
      finding ? writeVerdict(finding, indicator) : '',
      finding ? (finding.isSmall ? yes : no) : '',
      indicator.source?.title ?? '',
      indicator.source?.licence?.title ?? '',
      link,
      day,
    ];
  }
}

function known(value: number | null | undefined): number | null {
  return value == null || Number.isNaN(value) ? null : value;
}
