import { type Result, type Row, takeTurns } from '../measurement.ts';
import { createOpening, mediansOf } from './opening-times.ts';
import { findCanvases, linkTo } from './product-page.ts';
import { measureRegions, type Setting } from './setting.ts';

const runs = 5;
const goal = 1.2;

/** From opening a link with two maps in a browser that knows nothing, to both. */
export const twoMapsRow: Row = {
  id: 15,
  title: 'opening two maps',
  against: 'opening one map',
  better: 'lower',
  measure: (regions, progress) => measureRegions(regions, progress, measureTwo),
};

async function measureTwo(setting: Setting): Promise<Result[]> {
  const { address, subject, camera, region } = setting;
  const findMaps = findCanvases;
  const [one, more] = [linkTo(subject, camera), `&panels=2&period2=${subject.years[0]}`];
  const acts = [
    createOpening(setting, { link: `${address}${one}${more}`, years: [1, 0], findMaps }),
    createOpening(setting, { link: `${address}${one}`, years: [1], findMaps }),
  ];
  const [two, single] = (await takeTurns(acts, runs)).map(mediansOf);
  if (!two || !single) throw new Error('a side of the comparison is missing');
  const shared = { id: 15, goal, unit: '×', runs } as const;
  const beside = (name: keyof typeof two) =>
    `${Math.round(two[name])} ms against ${Math.round(single[name])} ms`;
  return [
    {
      ...shared,
      name: `two maps, first correct choropleth of both: ${region.title}`,
      ratio: two.first / single.first,
      note: `${beside('first')}; from the start of the navigation, nothing cached`,
    },
    {
      ...shared,
      name: `two maps, both finished: ${region.title}`,
      ratio: two.ready / single.ready,
      note: `${beside('ready')}; longest task ${beside('longest')}`,
    },
  ];
}
