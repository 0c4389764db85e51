import { differenceKind } from '../../../geodata/link/view.ts';
import { addressOfCsv } from '../../data/client.ts';
import { writeStatus } from '../../parts/status-text.ts';
import { DownloadButton, DownloadLabel } from '../../parts/table/download-button.tsx';
import { shown } from '../../state/catalog.ts';
import { measureOf } from '../../state/panel/measure.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { activePanel } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { words } from '../../state/screen/words.ts';
import { listedPanels } from './listed-rows.ts';
import type { TableRow } from './rows.ts';

/** Downloads the figures: as published from the server, or what this page computed (differences, several panels) from here. */
export function CsvLink({ rows }: { readonly rows: readonly TableRow[] }) {
  const { view, boundaryYear } = activePanel.value;
  if (!view.value || !boundaryYear.value) return null;
  const { indicator, period, level } = view.value;
  const isCarried = shown.value?.carry != null;
  const name = `${indicator}-${period}-${level}${isCarried ? `-${boundaryYear.value}` : ''}.csv`;
  if (differenceKind(view.value) === null && listedPanels.value.length === 1)
    return (
      <a
        class="small with-icon"
        href={addressOfCsv({ indicator, period, level, boundaryYear: boundaryYear.value, isCarried })}
        download={name}
      >
        <DownloadLabel />
      </a>
    );
  return <DownloadButton isSmall fileName={name} list={() => listCells(rows, location.href)} />;
}

/** The rows as listed, heads first; each ends with the sources and the link that shows it. */
function listCells(rows: readonly TableRow[], link: string): (string | number | null)[][] {
  const { csv } = words.value.selection;
  const panels = listedPanels.value;
  const sources = [...new Set(panels.flatMap(({ indicator }) => indicator.value?.source?.title ?? []))];
  const heads = panels.flatMap((panel) => [
    `${nameFigures(panel)} (${panel.index + 1})`,
    `${csv.status} ${panel.index + 1}`,
  ]);
  return [
    [csv.code, csv.name, csv.municipality, ...heads, csv.source, csv.link],
    ...rows.map(({ code, name, municipality, figures }) => [
      code,
      name,
      municipality,
      ...panels.flatMap((panel) => listFigure(figures[panel.index], panel)),
      sources.join('; '),
      link,
    ]),
  ];
}

function nameFigures(panel: Panel): string {
  const subject = describeSubject(panel);
  const carried = shown.value?.carry ? subject?.boundaries : null;
  return [subject && describeTitle(subject), carried, measureOf(panel)?.unit].filter(Boolean).join(', ');
}

function listFigure(
  figure: TableRow['figures'][number] | undefined,
  panel: Panel,
): (string | number | null)[] {
  const { selection } = words.value;
  if (!figure) return [null, selection.notIn(panel.boundaryYear.value ?? 0)];
  const decimals = measureOf(panel)?.decimals ?? 0;
  const value = figure.value === null ? null : Number(figure.value.toFixed(decimals));
  return [value, writeStatus(figure, panel.indicator.value)];
}
