import { computed, effect } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { area } from '../area/selection.ts';
import { municipalityNames } from '../catalog.ts';
import { view, viewParts } from '../link/view.ts';
import { activePanel } from '../panel/panels.ts';
import { describeSubject, describeTitle } from '../panel/subject.ts';
import { atRest } from './at-rest.ts';
import { afterMaps } from './drawing.ts';
import { words } from './words.ts';

/** What the page that is read in the place of the map is about. */
export const pageTitle = computed(() => {
  const { page, area: code } = view.value;
  if (page === 'map') return '';
  if (page === 'report') return titleReport();
  const isOwn = page === 'municipality' || page === 'cycle';
  const own = isOwn && code ? municipalityNames.value.get(municipalityOfCode(code)) : null;
  const { pages } = words.value;
  if (!own) return pages[page];
  return page === 'cycle' ? pages.policyOf(own) : pages.ofMunicipality(own);
});

/** `Rapport: Enschede`, `Rapport: wijken van Enschede`, or of how many areas a selection is. */
function titleReport(): string {
  const { pages } = words.value;
  const { report: kind, selection } = view.value;
  const found = area.data.value;
  if (kind === 'selection') return pages.ofReport(pages.ofSelection(selection.length));
  const name =
    kind === 'area' ? found?.name : municipalityNames.value.get(municipalityOfCode(found?.code ?? ''));
  if (!name || !view.value.area) return pages.report;
  return pages.ofReport(kind === 'area' ? name : pages.ofDistricts(name));
}

const title = computed(() => {
  if (view.value.page !== 'map') return pageTitle.value;
  const subject = describeSubject(activePanel.value);
  return subject && describeTitle(subject);
});

/** Keeps the title of the browser's window with what is seen. Returns what ends that. */
export function followTitle(): () => void {
  let shown = '';
  return effect(() => {
    const { brand } = words.value;
    const text = title.value ? `${title.value} – ${brand}` : brand;
    shown = text;
    const write = () => {
      document.title = shown;
    };
    if (viewParts.page.value === 'map') atRest('title', write);
    else afterMaps(write);
  });
}
