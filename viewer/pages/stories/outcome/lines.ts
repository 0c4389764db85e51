import type { ListedArea } from '../../../../geodata/area-list.ts';
import { lineOfMoments } from '../../../figures/lines.ts';
import type { ChartLine } from '../../../state/area/line.ts';
import type { OutcomeRow } from './outcome-rows.ts';

/** The area and what it is held against through time, by the name of that. */
export function drawLines(
  { indicator, points, group }: OutcomeRow,
  { code, name, index }: ListedArea,
  nameOfGroup: string,
): ChartLine[] {
  const own = lineOfMoments({ code, name, index, indicator, moments: points.map(({ moment }) => moment) });
  if (!group) return [own];
  const held = points.map(({ moment, reference }) => {
    const value = reference?.value ?? Number.NaN;
    const known = Number.isNaN(value) ? null : value;
    return {
      period: moment.period,
      value: known,
      lower: null,
      upper: null,
      status: known === null ? ('missing' as const) : ('final' as const),
    };
  });
  const { breaks } = own;
  return [
    own,
    {
      code: 'reference',
      name: nameOfGroup,
      look: 'line-held',
      label: '',
      isFaint: false,
      points: held,
      breaks,
    },
  ];
}
