import { useSignal } from '@preact/signals';
import { writeAddress } from '../../../geodata/dimension.ts';
import type { MapLevel } from '../../../geodata/level.ts';
import { mapLevels } from '../../../geodata/level.ts';
import { municipalLevels, type VisibilityRule } from '../../../geodata/visibility.ts';
import type { CatalogIndicator } from '../../data/contract.ts';
import { TableToRead } from '../../parts/table/table-to-read.tsx';
import { catalog, indicatorOf, indicators } from '../../state/catalog.ts';
import { language } from '../../state/link/view.ts';
import { words } from '../../state/screen/reading-words.ts';
import { releases } from './releases.ts';
import { RuleCell } from './rule-cell.tsx';
import { outcome } from './settings.ts';

const columns: readonly (MapLevel | null)[] = [null, ...mapLevels];

/** One row for all that a rule can speak of, one column a level, in each cell who sees it, to be changed there. */
export function AccessTable({ rules }: { readonly rules: readonly VisibilityRule[] }) {
  const text = words.value.access;
  const found = catalog.data.value;
  return (
    <>
      <p role="status" class="access-outcome">
        {outcome.value && text.outcomes[outcome.value]}
      </p>
      <TableToRead label={text.rules} class="access-table">
        <thead>
          <tr>
            <th scope="col">{text.subject}</th>
            {columns.map((level) => (
              <th scope="col" key={level}>
                {level === null ? text.allLevels : text.fromLevel(words.value.levels[level].one)}
              </th>
            ))}
          </tr>
        </thead>
        <Group title={text.kinds.source}>
          {found?.sources.map(({ key, title }) => (
            <Row key={key} kind="source" subject={key} name={title} rules={rules} />
          ))}
        </Group>
        <Group title={text.kinds.indicator}>
          {indicators.value.map((indicator) => (
            <IndicatorRows key={indicator.key} indicator={indicator} rules={rules} />
          ))}
        </Group>
        <Group title={text.kinds.release}>
          {releases.data.value?.map(({ package: name, title }) => (
            <Row key={name} kind="release" subject={name} name={title} rules={rules} />
          ))}
        </Group>
        <Group title={text.kinds.municipality}>
          {found?.municipalities.map(({ code, name }) => (
            <Row key={code} kind="municipality" subject={code} name={name} rules={rules} />
          ))}
        </Group>
      </TableToRead>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: preact.ComponentChildren }) {
  return (
    <tbody>
      <tr class="access-group">
        <th scope="rowgroup" colSpan={columns.length + 1}>
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

interface RowProps extends Pick<VisibilityRule, 'kind' | 'subject'> {
  readonly name: string;
  readonly rules: readonly VisibilityRule[];
  /** What its own rules stand beside: those of the whole, for an item. */
  readonly above?: readonly VisibilityRule[];
  readonly children?: preact.ComponentChildren;
}

function Row({ kind, subject, name, rules, above = [], children }: RowProps) {
  const own = rules.filter((rule) => rule.kind === kind && rule.subject === subject);
  const isMunicipal = kind === 'municipality';
  return (
    <tr>
      <th scope="row" class={above.length > 0 || subject.includes('/') ? 'access-item' : undefined}>
        {name}
        {children}
      </th>
      {columns.map((level) => (
        <td key={level}>
          {(!isMunicipal || municipalLevels.some((each) => each === level)) && (
            <RuleCell rule={{ kind, subject, level }} name={name} own={own} above={above} />
          )}
        </td>
      ))}
    </tr>
  );
}

/** An indicator, and behind a button its items; those that have a rule of their own are always there. */
function IndicatorRows({
  indicator: { key, name, items },
  rules,
}: {
  readonly indicator: CatalogIndicator;
  readonly rules: readonly VisibilityRule[];
}) {
  const isOpen = useSignal(false);
  const text = words.value.access;
  const above = rules.filter((rule) => rule.kind === 'indicator' && rule.subject === key);
  const addresses = items.map(({ category }) => writeAddress({ indicator: key, category }));
  const shown = addresses.filter((address) => isOpen.value || rules.some((rule) => rule.subject === address));
  return (
    <>
      <Row kind="indicator" subject={key} name={name[language.value]} rules={rules}>
        {addresses.length > 0 && (
          <button
            type="button"
            class="tool access-items"
            aria-expanded={isOpen.value}
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            {text.items(addresses.length)}
          </button>
        )}
      </Row>
      {shown.map((address) => (
        <Row
          key={address}
          kind="indicator"
          subject={address}
          name={indicatorOf(address)?.name[language.value] ?? address}
          rules={rules}
          above={above}
        />
      ))}
    </>
  );
}
