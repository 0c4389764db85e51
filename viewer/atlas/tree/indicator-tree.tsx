import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Text } from '../../../geodata/text.ts';
import { Icon } from '../../parts/icon.tsx';
import { catalog, indicator, indicators } from '../../state/catalog.ts';
import { changePanel } from '../../state/link/view.ts';
import { sheet } from '../../state/screen/folding.ts';
import { translate, words } from '../../state/screen/words.ts';
import { canShow, countFound, filterTree, growTree, listAbove, listVisible, type TreeNode } from './nodes.ts';
import { stepThrough } from './steps.ts';

/**
 * The indicators by theme, and below each its categories, as a tree (ARIA Authoring Practices) with a filter above it.
 * What is chosen is in sight, whoever chose it.
 */
export function IndicatorTree() {
  const text = words.value.tree;
  const filter = useSignal('');
  const toggled = useSignal<ReadonlyMap<string, boolean>>(new Map());
  const list = useRef<HTMLUListElement>(null);
  const roots = useComputed(() =>
    growTree(
      (catalog.data.value?.themes ?? []).map(nameHere),
      indicators.value.map(nameHere),
      (catalog.data.value?.dimensions ?? []).map(({ key, categories }) => ({
        key,
        categories: categories.map(nameHere),
      })),
    ),
  );
  const found = useComputed(() => filterTree(roots.value, filter.value));
  const isOpen = ({ key, kind, children, match }: TreeNode) => {
    if (children.length === 0) return false;
    if (match) return match !== 'self' || (toggled.value.get(key) ?? false);
    return toggled.value.get(key) ?? kind === 'theme';
  };
  const rows = listVisible(found.value, isOpen);
  const focused = useSignal<string | null>(null);
  const chosen = indicator.value?.key ?? null;
  const stop = [focused.value, chosen].find((key) => rows.some((row) => row.key === key)) ?? rows[0]?.key;

  const toggle = (nodes: readonly TreeNode[], open: boolean) => {
    toggled.value = new Map([...toggled.value, ...nodes.map(({ key }) => [key, open] as const)]);
  };
  const fold = (node: TreeNode) => {
    focused.value = node.key;
    toggle([node], !isOpen(node));
  };
  const act = (node: TreeNode) => {
    if (!canShow(node)) return fold(node);
    focused.value = node.key;
    if (node.children.length > 0) toggle([node], true);
    changePanel({ indicator: node.key });
    if (node.children.length === 0) sheet.value = null;
  };
  useEffect(() => {
    if (chosen) toggle(listAbove(roots.value, chosen), true);
  }, [chosen, roots.value]);
  const isInSight = rows.some(({ key }) => key === chosen);
  useEffect(() => {
    if (isInSight && chosen)
      findRow(list.current, chosen)?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [chosen, isInSight]);
  const onKeyDown = (event: KeyboardEvent) => {
    const current = rows.find(({ key }) => key === stop);
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') act(current);
    else {
      const step = stepThrough(event.key, current, rows, found.value, isOpen);
      if (!step) return;
      if ('open' in step) toggle([current], step.open);
      else {
        focused.value = step.key;
        findRow(list.current, step.key)?.focus();
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
        {filter.value !== '' && text.found(countFound(found.value))}
      </p>
      {rows.length === 0 && catalog.data.value && <p class="soft tree-none">{text.none}</p>}
      {!catalog.data.value && <TreeSkeleton />}
      {rows.length > 0 && (
        <ul class="tree-rows" role="tree" aria-label={text.label} ref={list} onKeyDown={onKeyDown}>
          <Branch nodes={found.value} within={0} {...{ isOpen, act, fold, stop, chosen }} />
        </ul>
      )}
    </section>
  );
}

function nameHere<Of extends { readonly name: Text }>(named: Of): Omit<Of, 'name'> & { name: string } {
  return { ...named, name: translate(named.name) };
}

function findRow(list: HTMLElement | null, key: string): HTMLElement | null | undefined {
  return list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

interface BranchProps {
  readonly nodes: readonly TreeNode[];
  /** How many rows of their indicator lie above the rows. */
  readonly within: number;
  readonly isOpen: (node: TreeNode) => boolean;
  readonly act: (node: TreeNode) => void;
  readonly fold: (node: TreeNode) => void;
  readonly stop: string | undefined;
  readonly chosen: string | null;
}

function Branch({ nodes, ...rest }: BranchProps) {
  return nodes.map((node) => <Row key={node.key} node={node} {...rest} />);
}

function Row({ node, within, ...rest }: Omit<BranchProps, 'nodes'> & { readonly node: TreeNode }) {
  const { isOpen, act, fold, stop, chosen } = rest;
  const holds = node.children.length > 0;
  const open = isOpen(node);
  return (
    <li
      role="treeitem"
      class={`depth-${node.depth} ${node.kind}${holds ? ' holder' : ''}`}
      data-key={node.key}
      tabIndex={stop === node.key ? 0 : -1}
      aria-level={node.depth}
      aria-expanded={holds ? open : undefined}
      aria-selected={canShow(node) ? chosen === node.key : undefined}
      aria-label={node.name}
      onClick={(event) => {
        event.stopPropagation();
        const { target } = event;
        if (holds && target instanceof Element && target.closest('.opener')) fold(node);
        else act(node);
      }}
    >
      <span class="row" style={{ '--within': within }}>
        {holds && (
          <span class="opener">
            <Icon name="right" />
          </span>
        )}
        <span class="row-name">{node.name}</span>
      </span>
      {open && (
        <ul role="group">
          <Branch nodes={node.children} within={node.kind === 'theme' ? 0 : within + 1} {...rest} />
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
