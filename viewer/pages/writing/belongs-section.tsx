import { useSignal, useSignalEffect } from '@preact/signals';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { formatNumber, formatUnit } from '../../../geodata/number.ts';
import { formatPeriod } from '../../../geodata/period.ts';
import type { DeskBody } from '../../data/contract.ts';
import type { Draft } from '../../data/contributions.ts';
import { isAbort } from '../../data/request.ts';
import { ChoiceField } from '../../parts/form/choice-field.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { catalog, municipalityNames } from '../../state/catalog.ts';
import { language, viewParts } from '../../state/link/view.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { translate, words } from '../../state/screen/words.ts';
import { Waiting } from '../page-to-read.tsx';
import { findUntoldChanges, type UntoldChange } from './changes.ts';

interface BelongsSectionProps {
  readonly desk: DeskBody;
  readonly begin: (about: Partial<Draft>) => void;
}

/** Where a figure changed by more than chance and nobody has written about it. */
export function BelongsSection({ desk, begin }: BelongsSectionProps) {
  const { desk: text } = contributionWords.value;
  const municipality = useSignal(chooseMunicipality(desk));
  const found = useSignal<readonly UntoldChange[] | null>(null);
  const failed = useSignal(false);
  useSignalEffect(() => {
    const code = municipality.value;
    const isKnown = catalog.data.value !== null;
    const abort = new AbortController();
    found.value = null;
    failed.value = false;
    if (code !== '' && isKnown)
      findUntoldChanges(code, abort.signal).then(
        (changes) => {
          if (!abort.signal.aborted) found.value = changes;
        },
        (error: unknown) => {
          if (!isAbort(error)) failed.value = true;
        },
      );
    return () => abort.abort();
  });
  return (
    <section>
      <h2>{text.belongs}</h2>
      <p>{text.belongsHint}</p>
      <ChoiceField
        label={text.municipality}
        value={municipality.value}
        options={[['', '–'], ...municipalityNames.value]}
        change={(value) => {
          municipality.value = value;
        }}
      />
      {failed.value && <p role="alert">{words.value.notices.failed}</p>}
      {municipality.value !== '' && !found.value && !failed.value && <Waiting />}
      {found.value?.length === 0 && <p>{text.belongsNone}</p>}
      <ul class="form-list">
        {found.value?.map((change) => (
          <ChangeItem
            key={`${change.place.code} ${change.row.indicator.key}`}
            change={change}
            begin={begin}
          />
        ))}
      </ul>
    </section>
  );
}

/** Of the area in the link, else one that is edited, else of what was written last. */
function chooseMunicipality({ municipalities, isAdministrator, rows }: DeskBody): string {
  const pinned = viewParts.area.peek();
  if (pinned) return municipalityOfCode(pinned);
  const edited = isAdministrator ? null : municipalities.find((code) => code !== null);
  return edited ?? rows.find(({ isOwn }) => isOwn)?.municipality ?? '';
}

interface ChangeItemProps {
  readonly change: UntoldChange;
  readonly begin: (about: Partial<Draft>) => void;
}

function ChangeItem({ change: { place, row }, begin }: ChangeItemProps) {
  const { desk: text } = contributionWords.value;
  const { indicator, before, after, from, to, finding } = row;
  const name = translate(indicator.name);
  const write = (value: number) => formatNumber(value, indicator.decimals, language.value);
  const at = (value: number, period: string) => `${write(value)} (${formatPeriod(period, language.value)})`;
  const where = [place.name, municipalityOf(place.code)].filter(Boolean).join(', ');
  return (
    <li>
      <span>
        <strong>{where}</strong>
        <span class="status">{finding.verdict === 'higher' ? text.rose : text.fell}</span>
        <span class="soft small">
          {text.belongsTo(name, at(before, from.period), at(after, to.period))}{' '}
          {formatUnit(indicator.unit, language.value)}
        </span>
      </span>
      <button
        type="button"
        class="button"
        aria-label={`${text.belongsWrite}: ${name}, ${where}`}
        onClick={() => begin({ area: place.code, indicator: indicator.key, period: to.period })}
      >
        {text.belongsWrite}
      </button>
    </li>
  );
}
