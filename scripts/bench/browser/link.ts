import { interleave, type Result, type Row } from '../measurement.ts';
import type { Camera } from './camera.ts';
import { timeOpening } from './opened-page.ts';
import { linkTo } from './product-page.ts';
import { measureRegions, type Setting } from './setting.ts';
import type { Subject } from './subject.ts';

const runs = 9;

/** From opening a shared link in a browser that knows nothing, to the finished map. */
export const linkRow: Row = {
  id: 12,
  title: 'restoring a shared link',
  against: 'opening the default view',
  better: 'lower',
  measure: (regions, progress) => measureRegions(regions, progress, measureLinks),
};

async function measureLinks(setting: Setting): Promise<Result[]> {
  const { chromium, address, subject, camera, region } = setting;
  const results: Result[] = [];
  for (const [name, link] of Object.entries(linksOf(subject, camera))) {
    const { ratio, first, second } = await interleave(
      () => timeOpening(chromium, `${address}${link}`),
      () => timeOpening(chromium, `${address}/?bench`),
      runs,
    );
    const note = `${Math.round(first)} ms against ${Math.round(second)} ms from the start of the navigation; nothing cached`;
    results.push({ id: 12, name: `${name}: ${region.title}`, ratio, goal: 1.05, unit: '×', runs, note });
  }
  return results;
}

/** Links that restore much: in one map, and in two beside each other. */
function linksOf(subject: Subject, camera: Camera): Record<string, string> {
  const codes = subject.areas.slice(0, 4).map(({ code }) => code);
  const closer = { ...camera, zoom: camera.zoom + 0.5 };
  const chosen = `&area=${codes[0]}&areas=${codes.join(',')}`;
  const [before] = subject.years;
  return {
    'link with camera, area, selection and own classes': linkTo(subject, closer, chosen),
    'link with a change map, camera, area and selection': linkTo(
      subject,
      closer,
      `${chosen}&change=${before}.absolute`,
    ),
    'link with two panels, camera, area and selection': linkTo(
      subject,
      closer,
      `${chosen}&panels=2&period2=${before}`,
    ),
  };
}
