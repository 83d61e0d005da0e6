import type { ReactNode } from 'react';
import classes from './imports.module.css';

/** A table too large for the page, scrolled by pointer and, once focused, by the arrow keys. */
export function ScrollFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard cannot scroll it
    <section className={classes.tableFrame} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
