const EDGE_PX = 36;
const STEP_PX = 9;

/** Scrolls an element while a drag is held near its edges; returns how to stop. The browser does so only for some scrollers. */
export function scrollAtEdges(element: HTMLElement | null): () => void {
  if (!element) return () => undefined;
  let pointer: { x: number; y: number } | null = null;
  let frame = 0;
  const follow = (event: DragEvent) => {
    pointer = { x: event.clientX, y: event.clientY };
  };
  const step = () => {
    frame = requestAnimationFrame(step);
    if (!pointer) return;
    const box = element.getBoundingClientRect();
    const inside =
      pointer.x > box.left && pointer.x < box.right && pointer.y > box.top && pointer.y < box.bottom;
    if (!inside) return;
    element.scrollBy({
      left: stepAt(pointer.x, box.left, box.right),
      top: stepAt(pointer.y, box.top, box.bottom),
      behavior: 'instant',
    });
  };
  document.addEventListener('dragover', follow, { passive: true });
  frame = requestAnimationFrame(step);
  return () => {
    document.removeEventListener('dragover', follow);
    cancelAnimationFrame(frame);
  };
}

function stepAt(at: number, low: number, high: number): number {
  if (at < low + EDGE_PX) return -STEP_PX;
  return at > high - EDGE_PX ? STEP_PX : 0;
}
