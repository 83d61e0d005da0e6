/** A finger held so long, milliseconds, on one place asks for the menu. */
const HOLD_MS = 550;
/** A held finger may tremble so far, CSS pixels. */
const TREMBLE_PX = 10;

/**
 * Tells of a finger or pen that is held on one place: not every browser makes a context menu of it, and some begin a drag instead.
 * `onHold` answers whether it was taken; the tap that would follow is then none. Returns how to stop.
 */
export function onLongPress(onHold: (target: HTMLElement, x: number, y: number) => boolean): () => void {
  let held: { readonly timer: number; readonly x: number; readonly y: number } | null = null;
  let taken = false;
  const letGo = () => {
    if (held) window.clearTimeout(held.timer);
    held = null;
  };
  const down = (event: PointerEvent) => {
    letGo();
    taken = false;
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    const { clientX: x, clientY: y } = event;
    const target = event.target as HTMLElement;
    const timer = window.setTimeout(() => {
      held = null;
      taken = onHold(target, x, y);
    }, HOLD_MS);
    held = { timer, x, y };
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (held && Math.hypot(clientX - held.x, clientY - held.y) > TREMBLE_PX) letGo();
  };
  const touchEnd = (event: TouchEvent) => {
    if (taken && event.cancelable) event.preventDefault();
    taken = false;
  };
  const stop = new AbortController();
  const capture = { capture: true, signal: stop.signal };
  window.addEventListener('pointerdown', down, capture);
  window.addEventListener('pointermove', move, capture);
  window.addEventListener('pointerup', letGo, capture);
  window.addEventListener('pointercancel', letGo, capture);
  window.addEventListener('touchend', touchEnd, { ...capture, passive: false });
  return () => {
    letGo();
    stop.abort();
  };
}
