import { listRuleLevels, type VisibilityRule, visibilities } from '../../../geodata/visibility.ts';
import { words } from '../../state/screen/reading-words.ts';
import { changeRule, mostClosed, outcome, type Wished } from './settings.ts';

interface RuleCellProps {
  readonly rule: Pick<VisibilityRule, 'kind' | 'subject' | 'level'>;
  readonly name: string;
  /** All rules on the same subject. */
  readonly own: readonly VisibilityRule[];
  /** Those on what it is part of. */
  readonly above: readonly VisibilityRule[];
}

/** Who sees figures of a subject on a level; what a wider rule closes already cannot be opened here. */
export function RuleCell({ rule, name, own, above }: RuleCellProps) {
  const text = words.value;
  const others = own.filter(({ level }) => level !== rule.level);
  const wider = mostClosed([...others, ...above].filter((other) => covers(other, rule)));
  const set = own.find(({ level }) => level === rule.level)?.visibility ?? 'public';
  const shown = mostClosed([{ visibility: wider }, { visibility: set }] as VisibilityRule[]);
  const level = rule.level === null ? text.access.allLevels : text.levels[rule.level].one;
  return (
    <select
      aria-label={`${name}, ${level}`}
      class={shown === 'public' ? undefined : 'access-closed'}
      value={shown}
      disabled={outcome.value === 'saving'}
      onChange={({ currentTarget }) =>
        changeRule({ ...rule, visibility: wishOf(currentTarget.value as Wished['visibility'], wider) })
      }
    >
      {visibilities.slice(visibilities.indexOf(wider)).map((visibility) => (
        <option key={visibility} value={visibility}>
          {text.access.visibilities[visibility]}
        </option>
      ))}
    </select>
  );
}

/** As closed as it is anyway needs no rule of its own. */
function wishOf(chosen: Wished['visibility'], wider: Wished['visibility']): Wished['visibility'] {
  return chosen === wider ? 'public' : chosen;
}

function covers(
  { level: wide }: Pick<VisibilityRule, 'level'>,
  { level }: Pick<VisibilityRule, 'level'>,
): boolean {
  return wide === null || (level !== null && listRuleLevels(wide).includes(level));
}
