import type { Span } from '../marking.ts';

/** What is marked on the page, in words of the customer: in which message or note, and where in it. */
export interface Selected {
  readonly key: string;
  readonly span: Span;
  readonly range: Range;
}

/** How a place in which words may be marked is told on the page: `message <id>`, and where its text begins in the whole. */
export const saidAttributes = (key: string, start: number) => ({ 'data-said': key, 'data-start': start });

const rootOf = (node: Node): HTMLElement | null => (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-said]') ?? null;

/** How many UTF-16 units of `root`'s text stand before a place in it. */
const unitsBefore = (root: HTMLElement, node: Node, offset: number): number => {
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(node, offset);
  return before.toString().length;
};

/** Reads what is marked now. What reaches beyond the message (a triple click takes the next line's beginning along) is cut to it. */
export const readSelection = (): Selected | null => {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const root = rootOf(range.startContainer) ?? rootOf(range.endContainer);
  if (root === null) return null;
  const whole = root.textContent ?? '';
  const from = root.contains(range.startContainer) ? unitsBefore(root, range.startContainer, range.startOffset) : 0;
  const to = root.contains(range.endContainer) ? unitsBefore(root, range.endContainer, range.endOffset) : whole.length;
  if (whole.slice(from, to).trim() === '') return null;
  const start = Number(root.dataset['start']);
  return { key: root.dataset['said'] ?? '', span: { from: start + from, to: start + to }, range };
};
