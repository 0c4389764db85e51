import { formatDay } from '../../../geodata/day.ts';
import { saveCsv } from '../../data/csv.ts';
import { Icon } from '../../parts/icon.tsx';
import { language } from '../../state/link/view.ts';
import { attempt } from '../../state/screen/attempt.ts';
import { words } from '../../state/screen/reading-words.ts';
import { listFigureCells, type SavedFigures } from './figure-cells.ts';

interface FigureLinksProps {
  /** Of what the figures are; begins the name of the file. */
  readonly name: string;
  readonly reference: string;
  readonly list: () => readonly SavedFigures[];
}

/** The figures of a page to keep, as CSV and as a workbook, with source, link and day in them. */
export function FigureLinks({ name, reference, list }: FigureLinksProps) {
  const text = words.value.report;
  const now = () => formatDay(new Date().toISOString(), language.value);
  const cells = () => listFigureCells(list(), reference, { link: location.href, day: now() });
  const saveXlsx = async () => {
    const { makeWorkbook, saveWorkbook } = await import('../../parts/export/workbook.ts');
    const rows = cells();
    const sources = new Set(
      list().flatMap((each) => each.rows.flatMap(({ indicator }) => indicator.source?.title ?? [])),
    );
    const about: [string, string][] = [
      [text.title, name],
      [words.value.selection.csv.link, location.href],
      [text.day, now()],
      [text.against, reference],
      [words.value.differences.source, [...sources].join('; ')],
      [text.method, text.methods],
    ];
    const workbook = await makeWorkbook(
      { sheet: text.figuresSheet, rows },
      { sheet: text.aboutSheet, rows: about },
    );
    saveWorkbook(workbook, `${name}.xlsx`);
  };
  return (
    <>
      <button type="button" class="link with-icon" onClick={() => saveCsv(cells(), `${name}.csv`)}>
        <Icon name="download" />
        {words.value.table.download}
      </button>
      <button type="button" class="link with-icon" onClick={() => attempt(saveXlsx)}>
        <Icon name="download" />
        {text.xlsx}
      </button>
    </>
  );
}
