import { formatDay } from '../../../geodata/day.ts';
import { FigureLinks } from '../../figures/export/figure-links.tsx';
import { BoundariesNote } from '../../parts/choices/boundaries.tsx';
import { finishTurns, InTurn } from '../../parts/in-turn.tsx';
import { catalog } from '../../state/catalog.ts';
import { language, viewParts } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';
import { pageTitle } from '../../state/screen/title.ts';
import { Waiting } from '../page-to-read.tsx';
import { AreaReport } from './area-report.tsx';
import { Definitions } from './definitions.tsx';
import { usePageMargins } from './page-margins.ts';
import { against, areaFigures, rowsOf } from './report.ts';
import { ReportChoices } from './report-choices.tsx';
import '../../figures/profile.css';
import './report.css';

/** One area, a selection, or all districts of a municipality, to read and to print: figures, map, chance, peers, sources. */
export function ReportPage() {
  const text = words.value.report;
  const found = areaFigures.value;
  const day = formatDay(new Date().toISOString(), language.value);
  const name = pageTitle.value;
  usePageMargins({ name: `${words.value.brand} · ${name}`, day, link: location.href });
  if (!catalog.data.value || !against.value) return <Waiting />;
  return (
    <div class="report">
      <ReportChoices />
      {!found ? (
        <Waiting />
      ) : found.areas.length === 0 ? (
        <p class="page-note">{viewParts.report.value === 'selection' ? text.noSelection : text.none}</p>
      ) : (
        <>
          <p class="page-tools">
            <button type="button" class="button" onClick={() => void finishTurns().then(() => print())}>
              {text.print}
            </button>
            <FigureLinks
              name={name}
              reference={against.value.name}
              list={() => found.areas.map((area) => ({ area, rows: rowsOf(area, found) }))}
            />
          </p>
          <p class="page-intro">
            {text.intro(day, against.value.name)}
            <BoundariesNote />
            {catalog.data.value.demonstration && <strong> {words.value.demonstrationHint}</strong>}
          </p>
          {found.areas.map((area) => (
            <InTurn key={area.code}>{() => <AreaReport area={area} areaFigures={found} />}</InTurn>
          ))}
          <InTurn>{() => <Definitions areaFigures={found} />}</InTurn>
          <p class="soft small report-link">
            {text.madeOn(day)} <a href={location.href}>{location.href}</a>
          </p>
        </>
      )}
    </div>
  );
}
