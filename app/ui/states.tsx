import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './states.module.css';
import { ToneIcon } from './tone-icon.tsx';

/** An empty list says why it is empty and, where there is one, offers the next step. */
export function EmptyState(props: { title: string; body?: string; action?: ReactNode; mark?: ReactNode }) {
  return (
    <div className={classes.state}>
      {props.mark ? <div className={classes.mark}>{props.mark}</div> : null}
      <p className={classes.title}>{props.title}</p>
      {props.body ? <p className={classes.body}>{props.body}</p> : null}
      {props.action ? <div className={classes.action}>{props.action}</div> : null}
    </div>
  );
}

/** While the first answer is on its way. */
export function LoadingState({ label }: { label: string }) {
  return (
    <div className={classes.state} role="status">
      <Loader size="sm" aria-hidden="true" />
      <p className={classes.body}>{label}</p>
    </div>
  );
}

/** What failed, that nothing was lost, and how to go on. `page`: it stands alone, in the middle of the window. */
export function ErrorState(props: { title: string; body: string; action?: ReactNode; page?: boolean }) {
  return (
    <div className={classes.state} role="alert" data-page={props.page ? '' : undefined}>
      <div className={classes.mark} data-failed="">
        <ToneIcon tone="breached" size={28} />
      </div>
      <p className={classes.title}>{props.title}</p>
      <p className={classes.body}>{props.body}</p>
      {props.action ? <div className={classes.action}>{props.action}</div> : null}
    </div>
  );
}
