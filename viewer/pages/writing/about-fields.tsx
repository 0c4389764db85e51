import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { levelOfCode } from '../../../geodata/area.ts';
import { readAddress } from '../../../geodata/dimension.ts';
import { isMapLevel } from '../../../geodata/level.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import { readArea } from '../../data/client.ts';
import type { DeskBody } from '../../data/contract.ts';
import { groupByTheme } from '../../figures/themes.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { AreaField } from '../../parts/search/area-field.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { catalog, indicatorOf, indicators, municipalityNames } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { translate } from '../../state/screen/words.ts';
import type { DraftPart } from './draft-part.ts';

/** What a text is about: an area, an indicator or one category of it, a period. */
export function AboutFields({ draft, change, desk }: DraftPart & { readonly desk: DeskBody }) {
  const { form: text } = contributionWords.value;
  const { kind, area, municipality } = draft.value;
  return (
    <fieldset class="writing-about">
      <legend>{text.about}</legend>
      {kind !== 'news' && kind !== 'document' && <p class="soft small">{text.aboutHint}</p>}
      <PlaceField draft={draft} change={change} />
      {area === null && desk.municipalities.length > 0 && (
        <ChoiceField
          label={text.municipality}
          value={municipality ?? ''}
          options={desk.municipalities.map((code) => [
            code ?? '',
            code === null ? text.region : (municipalityNames.value.get(code) ?? code),
          ])}
          change={(value) => change({ municipality: value || null })}
        />
      )}
      {kind !== 'document' && (
        <>
          <IndicatorFields draft={draft} change={change} />
          <PeriodField draft={draft} change={change} />
        </>
      )}
    </fieldset>
  );
}

function PlaceField({ draft, change }: DraftPart) {
  const { form: text } = contributionWords.value;
  const { area } = draft.value;
  const name = useSignal<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    name.value = null;
    if (area !== null)
      readArea({ code: area }, abort.signal).then(
        (found) => {
          name.value = [found.name, municipalityOf(area)].filter(Boolean).join(', ');
        },
        () => undefined,
      );
    return () => abort.abort();
  }, [area]);
  return (
    <div class="form-field">
      <p class="writing-label">
        <span>
          <strong>{text.area}</strong>: {area === null ? text.noArea : `${name.value ?? ''} (${area})`}
        </span>
        {area !== null && (
          <button type="button" class="link" onClick={() => change({ area: null })}>
            {text.clear}
          </button>
        )}
      </p>
      <AreaField
        label={text.area}
        placeholder={text.areaPlaceholder}
        onChoose={({ code }) => change({ area: code })}
      />
    </div>
  );
}

function IndicatorFields({ draft, change }: DraftPart) {
  const { form: text } = contributionWords.value;
  const { indicator } = draft.value;
  const { indicator: key, category } = readAddress(indicator ?? '');
  const meant = indicatorOf(key);
  const dimension = catalog.data.value?.dimensions.find((each) => each.key === meant?.dimension);
  const categories = (dimension?.categories ?? []).filter((each) => indicatorOf(`${key}/${each.key}`));
  return (
    <>
      <ChoiceField
        label={text.indicator}
        value={key}
        options={[['', text.noIndicator]]}
        change={(value) => change({ indicator: value || null, period: newestOf(value, draft.value.area) })}
      >
        {groupByTheme(indicators.value.map((one) => ({ indicator: one }))).map((group) => (
          <optgroup key={group.key} label={group.name}>
            {group.rows.map(({ indicator: one }) => (
              <option key={one.key} value={one.key}>
                {translate(one.name)}
              </option>
            ))}
          </optgroup>
        ))}
      </ChoiceField>
      {categories.length > 0 && (
        <ChoiceField
          label={text.item}
          value={category ?? ''}
          options={[['', text.whole], ...categories.map((each) => [each.key, translate(each.name)] as const)]}
          change={(value) => change({ indicator: value ? `${key}/${value}` : key })}
        />
      )}
    </>
  );
}

function PeriodField({ draft, change }: DraftPart) {
  const { form: text } = contributionWords.value;
  const { indicator, area, period } = draft.value;
  const periods = listPeriods(indicator, area);
  const all = period !== null && !periods.includes(period) ? [period, ...periods] : periods;
  return (
    <ChoiceField
      label={text.period}
      value={period ?? ''}
      options={[
        ['', text.noPeriod],
        ...all.map((each) => [each, formatPeriod(each, language.value)] as const),
      ]}
      change={(value) => change({ period: value || null })}
    />
  );
}

/** Periods of an indicator that the level of an area has, the newest first; of any indicator where none is chosen. */
function listPeriods(address: string | null, area: string | null): string[] {
  const level = area === null ? null : levelOfCode(area);
  const meant = address === null ? indicators.value : [indicatorOf(address)];
  const periods = meant.flatMap((one) =>
    (one?.periods ?? []).flatMap(({ period, levels }) =>
      !level || !isMapLevel(level) || levels.includes(level) ? period : [],
    ),
  );
  return [...new Set(periods)].sort().reverse();
}

function newestOf(address: string, area: string | null): string | null {
  return address ? (listPeriods(address, area)[0] ?? null) : null;
}
