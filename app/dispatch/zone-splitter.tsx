import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import css from './zone-splitter.module.css';

interface Props {
  /** Which way the splitter moves. */
  readonly axis: 'x' | 'y';
  readonly label: string;
  /** Position, its ends and the size of one arrow key step, all in the caller's unit. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Turns pixels moved into the caller's unit. */
  readonly unitsPerPx: () => number;
  readonly onMove: (value: number) => void;
  /** The dispatcher let go: time to remember. */
  readonly onDone: () => void;
}

/** The bar between two zones: dragged by pointer or moved by arrow keys. */
export function ZoneSplitter({ axis, label, value, least, most, step, unitsPerPx, onMove, onDone }: Props) {
  const grasp = useRef<{ at: number; value: number } | null>(null);
  const along = (event: PointerEvent) => (axis === 'x' ? event.clientX : event.clientY);
  const within = (next: number) => Math.min(most, Math.max(least, next));

  const keys: Record<string, number> = {
    [axis === 'x' ? 'ArrowLeft' : 'ArrowUp']: value - step,
    [axis === 'x' ? 'ArrowRight' : 'ArrowDown']: value + step,
    Home: least,
    End: most,
  };
  const press = (event: KeyboardEvent) => {
    const next = keys[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onMove(within(next));
    onDone();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a movable separator is a widget; <hr> cannot be one
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(((value - least) / (most - least)) * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={css.splitter}
      data-axis={axis}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grasp.current = { at: along(event), value };
      }}
      onPointerMove={(event) => {
        if (!grasp.current) return;
        onMove(within(grasp.current.value + (along(event) - grasp.current.at) * unitsPerPx()));
      }}
      onPointerUp={() => {
        grasp.current = null;
        onDone();
      }}
    />
  );
}
