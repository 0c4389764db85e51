import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { translate, words } from '../language/current.ts';
import { catalog, indicator, indicators } from '../state/catalog.ts';
import { sheet } from '../state/folding.ts';
import { changePanel } from '../state/view.ts';
import { countIndicators, filterTree, growTree, listVisible, type TreeNode } from './nodes.ts';
import { stepThrough } from './steps.ts';

/** The indicators by theme, as a tree (ARIA Authoring Practices) with a filter above it. */
export function IndicatorTree() {
  const text = words.value.tree;
  const filter = useSignal('');
  const closed = useSignal<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const roots = useComputed(() =>
    growTree(
      (catalog.data.value?.themes ?? []).map((theme) => ({ ...theme, name: translate(theme.name) })),
      indicators.value.map((each) => ({ ...each, name: translate(each.name) })),
    ),
  );
  const found = useComputed(() => filterTree(roots.value, filter.value));
  const isOpen = (key: string) => filter.value !== '' || !closed.value.has(key);
  const rows = listVisible(found.value, isOpen);
  const focused = useSignal<string | null>(null);
  const chosen = indicator.value?.key ?? null;
  const stop = [focused.value, chosen].find((key) => rows.some((row) => row.key === key)) ?? rows[0]?.key;

  const toggle = (key: string, open: boolean) => {
    const next = new Set(closed.value);
    if (open) next.delete(key);
    else next.add(key);
    closed.value = next;
  };
  const act = (node: TreeNode) => {
    focused.value = node.key;
    if (node.kind === 'theme') return toggle(node.key, !isOpen(node.key));
    changePanel({ indicator: node.key });
    sheet.value = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = rows.find(({ key }) => key === stop);
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') act(current);
    else {
      const step = stepThrough(event.key, current, rows, found.value, isOpen);
      if (!step) return;
      if ('open' in step) toggle(current.key, step.open);
      else {
        focused.value = step.key;
        list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(step.key)}"]`)?.focus();
      }
    }
    event.preventDefault();
  };

  return (
    <section class="tree" aria-label={text.label}>
      <label class="field">
        <Icon name="search" />
        <input
          type="search"
          aria-label={text.filter}
          placeholder={text.filter}
          value={filter.value}
          onInput={(event) => {
            filter.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="hidden-text" role="status">
        {filter.value !== '' && text.found(countIndicators(found.value))}
      </p>
      {rows.length === 0 && catalog.data.value && <p class="soft tree-none">{text.none}</p>}
      {!catalog.data.value && <TreeSkeleton />}
      {rows.length > 0 && (
        <ul class="tree-rows" role="tree" aria-label={text.label} ref={list} onKeyDown={onKeyDown}>
          <Branch nodes={found.value} {...{ isOpen, act, stop, chosen }} />
        </ul>
      )}
    </section>
  );
}

interface BranchProps {
  readonly nodes: readonly TreeNode[];
  readonly isOpen: (key: string) => boolean;
  readonly act: (node: TreeNode) => void;
  readonly stop: string | undefined;
  readonly chosen: string | null;
}

function Branch({ nodes, ...rest }: BranchProps) {
  return nodes.map((node) => <Row key={node.key} node={node} {...rest} />);
}

function Row({ node, ...rest }: Omit<BranchProps, 'nodes'> & { readonly node: TreeNode }) {
  const { isOpen, act, stop, chosen } = rest;
  const isTheme = node.kind === 'theme';
  const open = isTheme && isOpen(node.key);
  return (
    <li
      role="treeitem"
      class={`depth-${node.depth} ${node.kind}`}
      data-key={node.key}
      tabIndex={stop === node.key ? 0 : -1}
      aria-level={node.depth}
      aria-expanded={isTheme ? open : undefined}
      aria-selected={isTheme ? undefined : chosen === node.key}
      aria-label={node.name}
      onClick={(event) => {
        event.stopPropagation();
        act(node);
      }}
    >
      <span class="row">
        {isTheme && <Icon name="right" />}
        {node.name}
      </span>
      {open && (
        <ul role="group">
          <Branch nodes={node.children} {...rest} />
        </ul>
      )}
    </li>
  );
}

function TreeSkeleton() {
  const widths = [60, 85, 70, 90, 50, 80, 65, 75];
  return (
    <div class="skeleton-rows" aria-hidden="true">
      {widths.map((width) => (
        <span key={width} class="skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
