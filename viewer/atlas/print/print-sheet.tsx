import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatDay } from '../../../geodata/day.ts';
import { formatView } from '../../../geodata/link/view.ts';
import { Caveats } from '../../figures/caveats.tsx';
import { copyCanvases } from '../../map/picture.ts';
import { drawScaleBar } from '../../map/scale-bar.ts';
import { listSources } from '../../parts/source-names.ts';
import { caveatsOf } from '../../state/area/caveats.ts';
import { catalog, indicatorOf } from '../../state/catalog.ts';
import { language, view } from '../../state/link/view.ts';
import type { Panel } from '../../state/panel/panel.ts';
import { panels } from '../../state/panel/panels.ts';
import { describeSubject, describeTitle } from '../../state/panel/subject.ts';
import { isPrinted } from '../../state/screen/appearance.ts';
import { words } from '../../state/screen/words.ts';
import { PanelEntries } from '../legend/legend.tsx';
import { maps } from '../plate/maps.ts';
import { describePinned } from '../walk/live-region.tsx';

/** What paper needs around the maps: title, legends, source, date and link. It is there only while the page is printed. */
export function PrintSheet() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? followPrinting(place.current) : undefined), []);
  return <div class="print-sheet" ref={place} />;
}

/**
 * Fills the place before the browser prints, within that event, as it waits for nothing, and empties it afterwards. Returns
 * what ends that.
 */
function followPrinting(place: HTMLElement): () => void {
  const fill = (): void => {
    isPrinted.value = true;
    // Browsers print the frame that a canvas last showed, which may be the dark one of the screen.
    for (const map of maps.peek().values()) void map.redraw();
    for (const room of document.querySelectorAll('.map-canvas')) addPicture(room);
    render(<Sheet />, place);
  };
  const empty = (): void => {
    isPrinted.value = false;
    for (const picture of document.querySelectorAll('.print-picture')) picture.remove();
    render(null, place);
  };
  const medium = matchMedia('print');
  const follow = (): void => (medium.matches ? fill() : empty());
  addEventListener('beforeprint', fill);
  addEventListener('afterprint', empty);
  medium.addEventListener('change', follow);
  return () => {
    removeEventListener('beforeprint', fill);
    removeEventListener('afterprint', empty);
    medium.removeEventListener('change', follow);
    empty();
  };
}

/** Lays what the canvases of a map hold right now over them. */
function addPicture(room: Element): void {
  const picture = copyCanvases(room);
  if (!picture) return;
  const index = Number(room.closest<HTMLElement>('.frame')?.dataset.index);
  const camera = maps.peek().get(index)?.camera();
  // It grows with the picture, however large that is on the sheet.
  if (camera) drawScaleBar(picture, camera, { width: room.clientWidth, appearance: 'light' });
  picture.className = 'print-picture';
  room.append(picture);
}

function Sheet() {
  const text = words.value;
  const subjects = panels.value.map(describeSubject);
  const [first] = subjects;
  const names = [...new Set(subjects.map((subject) => subject?.name))];
  const isAlone = subjects.length === 1;
  const shown = panels.value.flatMap(({ indicator, view: { value } }) =>
    [indicator.value, indicatorOf(value?.pair ?? null)].flatMap((each) => (each ? { indicator: each } : [])),
  );
  return (
    <>
      <header class="print-head">
        <h1>{isAlone ? first && describeTitle(first) : names.join(' · ')}</h1>
        <p class="soft">{[isAlone && first?.boundaries, describePinned()].filter(Boolean).join(' · ')}</p>
      </header>
      <footer class={isAlone ? 'print-foot' : 'print-foot print-several'}>
        {listLegends(panels.value).map(({ panel, title }) => (
          <section key={panel.index} class="legend">
            <h2>{isAlone ? text.legend.label : title}</h2>
            <Caveats caveats={caveatsOf(panel, null)} />
            <PanelEntries panel={panel} />
          </section>
        ))}
        <p>
          {text.area.source}: {listSources(shown)}
          {catalog.data.value?.demonstration && `. ${text.demonstrationHint}`}
        </p>
        <p>
          {text.print.printedOn(formatDay(new Date().toISOString(), language.value))}{' '}
          {location.origin + location.pathname + formatView(view.value)}
        </p>
      </footer>
    </>
  );
}

/** A legend for each map, or one for those whose colours and fills mean the same: how many areas have each is left to one map alone. */
function listLegends(all: readonly Panel[]): { readonly panel: Panel; readonly title: string }[] {
  const groups = new Map<string, Panel[]>();
  for (const panel of all) {
    const key = JSON.stringify([describeScale(panel), listAbsences(panel)]);
    groups.set(key, [...(groups.get(key) ?? []), panel]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [panel] = alike;
    const subject = panel && describeSubject(panel);
    if (!panel || !subject) return [];
    const numbers = alike.map(({ index }) => index + 1).join(', ');
    const { name, difference, areas } = subject;
    const parts = alike.length > 1 ? [name, difference, areas] : [describeTitle(subject)];
    return [{ panel, title: `${numbers}. ${parts.filter(Boolean).join(', ')}` }];
  });
}

/** What the colours of a map mean; of clusters and pairs each map has its own. */
function describeScale({ index, view: { value: shown }, indicator, classes, kinds }: Panel): unknown {
  if (kinds.value || !shown) return index;
  const { level, change, deviation } = shown;
  return [
    indicator.value?.key,
    level,
    change?.kind,
    deviation,
    classes.value?.classification.breaks,
    classes.value?.colours,
  ];
}

function listAbsences({ counts }: Panel): string[] {
  return [...(counts.value?.absenceCounts ?? [])].flatMap(([absence, count]) => (count > 0 ? [absence] : []));
}
