import { growsWithArea } from '../../../geodata/comparing/comparability.ts';
import { levelsOf } from '../../../geodata/link/resolve.ts';
import { formatDifference, formatNumber, formatUnit } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { Bounds } from '../../figures/figure-table.tsx';
import { directionOfFinding, Verdict } from '../../figures/verdict.tsx';
import { IntervalBar, spanOf } from '../../parts/chart/interval-bar.tsx';
import { PeriodChoice } from '../../parts/choices/period-choice.tsx';
import { isRemarked, nameStatus } from '../../parts/status-text.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { indicator, indicators } from '../../state/catalog.ts';
import { changePanel, language } from '../../state/link/view.ts';
import { reference } from '../../state/reference/reference.ts';
import { translate, words } from '../../state/screen/reading-words.ts';
import { PageChoices, Waiting } from '../page-to-read.tsx';
import { areDistrictsLoading, type DistrictRow, districtRows } from './districts.ts';

/** The districts of the municipality beside each other, on one figure that people choose. */
export function DistrictsSection() {
  const text = words.value.municipality;
  return (
    <section aria-labelledby="districts">
      <h2 id="districts">{text.districts}</h2>
      <PageChoices>
        <IndicatorSelect />
      </PageChoices>
      {districtRows.value ? (
        <DistrictTable />
      ) : areDistrictsLoading.value ? (
        <Waiting />
      ) : (
        <p class="page-note">{words.value.levels.unavailable(words.value.levels.district.one)}</p>
      )}
    </section>
  );
}

/** Figures that the districts have, with the period to show. */
function IndicatorSelect() {
  const { municipality } = words.value;
  const meant = indicator.value;
  return (
    <>
      <label>
        <span>{municipality.figure}</span>
        <select
          value={meant?.key ?? ''}
          onChange={(event) => changePanel({ indicator: event.currentTarget.value }, 'replace')}
        >
          {indicators.value
            .filter((each) => levelsOf(each).includes('district') || each === meant)
            .map(({ key, name }) => (
              <option key={key} value={key}>
                {translate(name)}
              </option>
            ))}
        </select>
      </label>
      <PeriodChoice how="replace" />
    </>
  );
}

function DistrictTable() {
  const text = words.value;
  const [found, meant] = [districtRows.value, indicator.value];
  if (!found || !meant) return null;
  const against = reference.value?.name ?? '';
  const others = new Set(found.rows.flatMap(({ other }) => other?.value ?? []));
  const [other] = others;
  const compared = found.rows.flatMap(({ finding }) =>
    finding && !Number.isNaN(finding.lower) ? [finding] : [],
  );
  const span = spanOf(leaveFar(compared));
  const write = (value: number) => formatNumber(value, meant.decimals, language.value);
  const unit = formatUnit(meant.unit, language.value);
  const title = `${translate(meant.name)}, ${formatPeriod(found.moment.period, language.value)}`;
  const method = compared.find((finding) => finding.method)?.method;
  return (
    <>
      <p>
        <strong>{title}</strong>
        {others.size === 1 && other !== undefined && (
          <span class="soft">
            {' '}
            · {against}: {write(other)} {unit}
          </span>
        )}
      </p>
      {method && (
        <p class="soft">
          {text.differences.methods[method]} {text.differences.corrected(compared.length)}
        </p>
      )}
      <TableToRead label={title} class="figures" caption={title}>
        <thead>
          <tr>
            <th scope="col">{text.levels.district.one}</th>
            <th scope="col" class="number">
              {unit}
            </th>
            <th scope="col" class="number">
              {text.differences.difference(against)}
            </th>
            <td aria-hidden="true" />
            <th scope="col">{text.profile.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
            <DistrictLine key={row.place.code} row={row} span={span} />
          ))}
        </tbody>
      </TableToRead>
    </>
  );
}

/** Of a difference more than this many times as large as the middle one, the line would make dots of the others. */
const far = 8;

/** The differences that the drawn lines are scaled to; what lies further is cut at the edge. */
function leaveFar<Of extends { readonly difference: number }>(all: readonly Of[]): Of[] {
  const sizes = all.map(({ difference }) => Math.abs(difference)).sort((one, other) => one - other);
  const limit = far * (sizes[sizes.length >> 1] ?? 0);
  return all.filter(({ difference }) => Math.abs(difference) <= limit);
}

function DistrictLine({
  row: { place, side, interval, finding },
  span,
}: {
  readonly row: DistrictRow;
  readonly span: ReturnType<typeof spanOf>;
}) {
  const { profile } = words.value;
  const meant = indicator.value;
  if (!meant) return null;
  const write = (value: number) => formatNumber(value, meant.decimals, language.value);
  const writeDifference = (value: number) => formatDifference(value, meant.decimals, language.value);
  const isKnown = !Number.isNaN(side.value);
  const hasInterval = finding !== null && !Number.isNaN(finding.lower);
  const direction = finding && directionOfFinding(finding, meant);
  return (
    <tr class={`difference-${direction ?? 'equal'}`}>
      <th scope="row">
        <ViewLink change={{ page: 'map', area: place.code, tab: 'area' }}>{place.name}</ViewLink>
      </th>
      <td class="number">
        {isKnown && write(side.value)}{' '}
        {(!isKnown || isRemarked(side)) && (
          <span class="soft">{nameStatus(side.status, meant, side.reason)}</span>
        )}
        {interval && <Bounds lower={interval.lower} upper={interval.upper} write={write} />}
      </td>
      <td class="number">
        {finding && isKnown && writeDifference(finding.difference)}
        {hasInterval && <Bounds lower={finding.lower} upper={finding.upper} write={writeDifference} />}
      </td>
      <td class="interval-cell" aria-hidden="true">
        {hasInterval && <IntervalBar row={finding} span={span} />}
      </td>
      <td>
        {finding ? (
          isKnown && <Verdict finding={finding} indicator={meant} />
        ) : (
          <span class="soft">{growsWithArea(meant) ? profile.notCompared : profile.noReference}</span>
        )}
      </td>
    </tr>
  );
}
