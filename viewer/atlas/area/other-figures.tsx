import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { reasonGiven } from '../../../geodata/observation.ts';
import { nameStatus } from '../../parts/status-text.ts';
import { profile } from '../../state/area/benchmarks.ts';
import { catalog, indicators } from '../../state/catalog.ts';
import { changePanel, language } from '../../state/link/view.ts';
import { translate, words } from '../../state/screen/words.ts';

/** Every other indicator of the area, beside the region's figure; choosing one puts it on the map. */
export function OtherFigures() {
  const text = words.value;
  const found = new Map(profile.data.value?.indicators.map((each) => [each.indicator, each]));
  const regionName = catalog.data.value ? translate(catalog.data.value.region.name) : '';
  const isRegion = profile.data.value?.area.level === 'region';
  const rows = indicators.value.flatMap((meant) => {
    const figure = found.get(meant.key);
    return figure ? [{ meant, figure }] : [];
  });
  if (rows.length === 0) return null;
  const write = (value: number | null | undefined, decimals: number) =>
    value == null ? null : formatNumber(value, decimals, language.value);
  return (
    <details class="other-figures">
      <summary>{text.area.others}</summary>
      <table>
        <thead class="hidden-text">
          <tr>
            <th scope="col">{text.tree.label}</th>
            <th scope="col">{profile.data.value?.area.name}</th>
            {!isRegion && <th scope="col">{regionName}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ meant, figure }) => (
            <tr key={meant.key}>
              <th scope="row">
                <button type="button" class="link" onClick={() => changePanel({ indicator: meant.key })}>
                  {translate(meant.name)}
                </button>
                <span class="soft small">
                  {' '}
                  {formatUnit(meant.unit, language.value)}, {figure.period}
                </span>
              </th>
              <td class="number">
                {write(figure.value, meant.decimals) ?? (
                  <span class="soft">{nameStatus(figure.status, meant, reasonGiven(figure.note))}</span>
                )}
              </td>
              {!isRegion && (
                <td class="number soft" title={regionName}>
                  {growsWithArea(meant) ? '' : write(figure.benchmarks.region?.value, meant.decimals)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
