'use client';

import { useId } from 'react';
import type { CameraSubject } from '#domain/photo/photo.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './photos.module.css';
import type { Taken } from './use-taken.ts';

/** Photos of one subject: taken or chosen, looked at, and taken out again before they are sent. */
export function PhotoField({ of, taken }: { of: CameraSubject; taken: Taken }) {
  const m = useMessages().photos;
  const id = useId();
  const photos = taken.photos.filter((photo) => photo.of === of);
  return (
    <section className={classes.field} aria-labelledby={id} data-photos={of}>
      <h3 id={id}>
        {m.of[of]}
        {photos.length > 0 ? <small>{m.count(photos.length)}</small> : null}
      </h3>
      {photos.length === 0 ? <p className={classes.hint}>{m.hint[of]}</p> : null}
      {photos.length > 0 ? (
        <ul className={classes.taken}>
          {photos.map((photo, index) => (
            <li key={photo.id}>
              {/* biome-ignore lint/performance/noImgElement: an image of this page's own memory */}
              <img src={photo.url} alt={m.one(m.of[of], index + 1)} />
              <button
                type="button"
                aria-label={m.remove(m.of[of], index + 1)}
                onClick={() => taken.remove(photo.id)}
              >
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                  <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {taken.unreadable ? (
        <p role="alert" className={classes.unreadable}>
          {m.unreadable}
        </p>
      ) : null}
      {taken.room > 0 ? (
        <div className={classes.ways}>
          <Way of={of} taken={taken} label={m.take} camera />
          <Way of={of} taken={taken} label={m.choose} />
        </div>
      ) : (
        <p className={classes.hint}>{m.full}</p>
      )}
    </section>
  );
}

/** A button that opens the camera or the pictures of the phone. */
function Way(props: { of: CameraSubject; taken: Taken; label: string; camera?: boolean }) {
  const { of, taken, label } = props;
  const subject = useMessages().photos.of[of];
  return (
    <label className={classes.way} data-busy={taken.busy ? '' : undefined}>
      <input
        type="file"
        accept="image/*"
        aria-label={`${label}：${subject}`}
        disabled={taken.busy}
        {...(props.camera ? { capture: 'environment' } : { multiple: true })}
        onChange={(event) => {
          const input = event.currentTarget;
          void taken.add(of, [...(input.files ?? [])]).then(() => {
            // the same picture may be chosen again after it was taken out
            input.value = '';
          });
        }}
      />
      <span aria-hidden="true">{label}</span>
    </label>
  );
}
