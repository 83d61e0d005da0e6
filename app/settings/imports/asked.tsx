'use client';

import { IMPORT_CRS, IMPORT_KINDS, type ImportCrs, type ImportKind } from '#protocol/import.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useAwake } from '../../ui/use-awake.ts';
import classes from './imports.module.css';

/** What the file holds. */
export function KindChoice({ kind, onKind }: { kind: ImportKind; onKind: (kind: ImportKind) => void }) {
  const m = useMessages().imports.kind;
  const awake = useAwake();
  return (
    <fieldset className={classes.choice} disabled={!awake}>
      <legend>{m.label}</legend>
      <div className={classes.options}>
        {IMPORT_KINDS.map((value) => (
          <label key={value} className={classes.option}>
            <input
              type="radio"
              name="kind"
              value={value}
              checked={kind === value}
              onChange={() => onKind(value)}
            />
            <strong>{m[value]}</strong>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The coordinate system: asked, with nothing chosen beforehand, since a wrong guess looks almost right. */
export function SystemChoice({ crs, onCrs }: { crs: ImportCrs | null; onCrs: (crs: ImportCrs) => void }) {
  const m = useMessages().imports.crs;
  const awake = useAwake();
  return (
    <fieldset className={classes.choice} disabled={!awake}>
      <legend>{m.label}</legend>
      <p className={classes.hint}>{m.why}</p>
      <div className={classes.options}>
        {IMPORT_CRS.map((value) => (
          <label key={value} className={classes.option}>
            <input
              type="radio"
              name="crs"
              value={value}
              checked={crs === value}
              onChange={() => onCrs(value)}
            />
            <span>
              <strong>{m[value]}</strong>
              <small>{m.hint[value]}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
