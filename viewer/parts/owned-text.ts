import { type ComponentChildren, createElement, options, toChildArray, type VNode } from 'preact';

/** Elements of SVG that hold words: they know no `textContent` as a property to Preact, and only a `tspan` may stand in them. */
const drawnText: ReadonlySet<unknown> = new Set(['text', 'tspan', 'title', 'desc']);

const written: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A node as Preact hands it to its hook: of a text, the type is null and the props are the text itself. */
interface TextVNode {
  type: unknown;
  props: unknown;
}

/**
 * Gives every text an element that owns it, and sets the text of that element as a whole. A browser's translator, a grammar
 * checker or an extension wraps text nodes in elements of its own, splits them or joins them: Preact would go on writing to
 * nodes that nobody sees any more, or fail to place an element before a node that is gone. What it owns stays where it is. To
 * be called once, before anything is drawn.
 */
export function ownTexts(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    before?.(vnode);
    if (vnode.type === null) becomeElement(vnode as TextVNode);
    else if (typeof vnode.type === 'string') ownChildren(vnode);
    else if (vnode.type.displayName === 'ReactiveTextNode')
      throw new Error(
        'A signal was given as a text, which Preact would write to a node of its own: give its value',
      );
  };
}

/** A text beside elements, or one that a component gives. Nothing wraps an empty one. */
function becomeElement(vnode: TextVNode): void {
  if (vnode.props === '') return;
  vnode.props = { textContent: String(vnode.props) };
  vnode.type = 'text-run';
}

function ownChildren(vnode: VNode): void {
  const children = toChildArray(vnode.props.children);
  if (children.length === 0) return;
  const isDrawn = drawnText.has(vnode.type);
  if (children.every(isText)) {
    const text = children.join('');
    const owned = isDrawn ? { dangerouslySetInnerHTML: { __html: escapeText(text) } } : { textContent: text };
    vnode.props = { ...vnode.props, ...owned, children: undefined };
  } else if (isDrawn) {
    const parts = children.map((child) => (isText(child) ? createElement('tspan', null, child) : child));
    vnode.props = { ...vnode.props, children: parts };
  }
}

function isText(child: ComponentChildren): child is string | number | bigint {
  return typeof child === 'string' || typeof child === 'number' || typeof child === 'bigint';
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => written[sign] ?? sign);
}
