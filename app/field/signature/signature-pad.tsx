'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './signature.module.css';
import { drawStrokes, SHARPNESS } from './signature-image.ts';
import { drawnOn, onSheet, SHEET, type Stroke } from './strokes.ts';

/** What a customer has put under the sheet so far. */
export interface Signing {
  strokes: readonly Stroke[];
  /** The name where somebody types instead of drawing; null where they draw. */
  name: string | null;
}
export const UNSIGNED: Signing = { strokes: [], name: null };

/** Where the customer signs with a finger, a pen or a mouse; who cannot draw types the name. */
export function SignaturePad({
  signing,
  onChange,
}: {
  signing: Signing;
  onChange: (change: (before: Signing) => Signing) => void;
}) {
  const m = useMessages().field.sign;
  const { name, strokes } = signing;
  return (
    <section className={classes.pad} aria-labelledby="signature-title">
      <header>
        <h3 id="signature-title">{m.signature}</h3>
        {name === null ? (
          <button
            type="button"
            disabled={strokes.length === 0}
            onClick={() => onChange(() => ({ ...UNSIGNED }))}
          >
            {m.clear}
          </button>
        ) : null}
      </header>
      {name === null ? (
        <Paper strokes={strokes} onChange={onChange} />
      ) : (
        <input
          type="text"
          aria-label={m.typedName}
          placeholder={m.typedName}
          autoComplete="off"
          maxLength={40}
          value={name}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            onChange((before) => ({ ...before, name: typed }));
          }}
        />
      )}
      <button
        type="button"
        onClick={() => onChange(() => (name === null ? { ...UNSIGNED, name: '' } : { ...UNSIGNED }))}
      >
        {name === null ? m.typeInstead : m.drawInstead}
      </button>
    </section>
  );
}

/** The paper. A pointer that leaves it while it is pressed goes on drawing at its edge. */
function Paper({
  strokes,
  onChange,
}: {
  strokes: readonly Stroke[];
  onChange: (change: (before: Signing) => Signing) => void;
}) {
  const m = useMessages().field.sign;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d');
    if (drawing) drawStrokes(drawing, strokes);
  }, [strokes]);
  const drawing = useRef<number | null>(null);
  const more = (event: PointerEvent<HTMLCanvasElement>, begins: boolean) => {
    const box = event.currentTarget.getBoundingClientRect();
    const native = event.nativeEvent;
    const between = begins ? [] : (native.getCoalescedEvents?.() ?? []);
    const points = (between.length > 0 ? between : [native]).map((at) => onSheet(at, box));
    onChange((before) => ({
      ...before,
      strokes: drawnOn(begins ? [...before.strokes, []] : before.strokes, points),
    }));
  };
  const ends = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current === event.pointerId) drawing.current = null;
  };
  return (
    <div className={classes.paper}>
      <canvas
        ref={canvas}
        width={SHEET.width * SHARPNESS}
        height={SHEET.height * SHARPNESS}
        role="img"
        aria-label={strokes.length === 0 ? m.padEmpty : m.padDrawn}
        onPointerDown={(event) => {
          if (drawing.current !== null || event.button !== 0) return;
          drawing.current = event.pointerId;
          event.currentTarget.setPointerCapture(event.pointerId);
          more(event, true);
        }}
        onPointerMove={(event) => {
          if (drawing.current === event.pointerId) more(event, false);
        }}
        onPointerUp={ends}
        onPointerCancel={ends}
      />
      {strokes.length === 0 ? <span aria-hidden="true">{m.signHere}</span> : null}
    </div>
  );
}
