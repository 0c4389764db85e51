import { interleave, type Result, type Row } from '../measurement.ts';
import { openProduct, type ProductPage } from './product-page.ts';
import { measureRegions, type Setting } from './setting.ts';
import { timeAct } from './stopwatch.ts';
import { checkYears, createSwitch } from './year-switch.ts';

const runs = 21;

/** Two maps beside each other in the place of one. */
export const panelsRow: Row = {
  id: 4,
  title: 'two panels',
  against: 'one panel of the same total pixels',
  better: 'lower',
  measure: (regions, progress) => measureRegions(regions, progress, measurePanels),
};

async function measurePanels(setting: Setting): Promise<Result[]> {
  const { chromium, address, subject } = setting;
  // Closer by, so that ground fills every pixel of the one map and of the two.
  const camera = { ...setting.camera, zoom: setting.camera.zoom + 1 };
  const one = await openProduct(chromium, { address, subject, camera });
  const more = `&panels=2&period2=${subject.years[0]}`;
  const two = await openProduct(chromium, { address, subject, camera, more });
  try {
    for (const each of [one, two]) await checkYears(each, subject);
    const redraw = (each: ProductPage) => async () => (await timeAct(each.page, 'redraw')).frame;
    const change = (each: ProductPage) => {
      const act = createSwitch(each, subject);
      return async () => (await act()).frame;
    };
    const acts = { redraw, 'year switch': change };
    const results: Result[] = [];
    for (const [name, act] of Object.entries(acts))
      results.push(describe(setting, { name, one, two }, await interleave(act(two), act(one), runs)));
    return results;
  } finally {
    await one.close();
    await two.close();
  }
}

function describe(
  { region, scene }: Setting,
  { name, one, two }: { name: string; one: ProductPage; two: ProductPage },
  { ratio, first, second }: Awaited<ReturnType<typeof interleave>>,
): Result {
  const pixels = [two, one].map((each) => (each.pixels / 1e6).toFixed(2)).join(' and ');
  return {
    id: 4,
    name: `two panels, ${name}: ${region.title}`,
    ratio,
    goal: 1.15,
    unit: '×',
    runs,
    note: `${first.toFixed(1)} ms against ${second.toFixed(1)} ms; ${pixels} million pixels; ${scene}`,
  };
}
