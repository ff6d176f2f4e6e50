// Offsets: the ledger counts Unicode code points, the browser UTF-16 units. This is the one place that converts.

/** UTF-16 length of the first `points` code points of `text`. */
export function toUnits(text, points) {
  let units = 0;
  for (const char of text) {
    if (points-- <= 0) break;
    units += char.length;
  }
  return units;
}

/** Number of code points in the first `units` UTF-16 units of `text`. */
export function toPoints(text, units) {
  let points = 0, at = 0;
  for (const char of text) {
    if (at >= units) break;
    at += char.length;
    points += 1;
  }
  return points;
}

/** The selected words inside `root` as {start, end, text} in code points of the document, or null. */
export function selected(root) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = pointOf(root, range.startContainer, range.startOffset);
  const end = pointOf(root, range.endContainer, range.endOffset);
  const text = selection.toString();
  return start === null || end === null || end <= start ? null : { start, end, text };
}

// Every run of text stands in an element that carries the code point it starts at.
function pointOf(root, node, offset) {
  if (!root.contains(node)) return null;
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (holder) {
    const before = document.createRange();
    before.setStart(holder, 0);
    before.setEnd(node, offset);
    return Number(holder.dataset.start) + toPoints(holder.textContent, before.toString().length);
  }
  const next = node.childNodes[offset]?.querySelector?.("[data-start]");
  return next ? Number(next.dataset.start) : null;
}
