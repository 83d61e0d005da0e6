'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { RefusalRule } from '#protocol/command.ts';
import { PointedOut } from './refusal/pointed-out.tsx';
import classes from './toasts.module.css';

/** How long a step may be taken back, milliseconds. */
export const UNDO_MS = 10_000;

/** How long something done is said, and how long with what the rules pointed out, milliseconds. */
const DONE_MS = 4000;
const POINTED_OUT_MS = 8000;

/** Says that something is done, and what the rules pointed out about it. Repeating an `id` replaces the toast. */
export function toastDone(message: string, id?: string, pointedOut: readonly RefusalRule[] = []): void {
  if (id !== undefined) notifications.hide(id);
  const said = pointedOut.length > 0;
  notifications.show({
    id,
    autoClose: said ? POINTED_OUT_MS : DONE_MS,
    withBorder: true,
    ...(said && { color: 'yellow' }),
    message: said ? (
      <>
        <span>{message}</span>
        <PointedOut rules={pointedOut} />
      </>
    ) : (
      message
    ),
  });
}

/** Says that something is done and can be taken back for ten seconds. */
export function toastUndo(props: {
  id: string;
  message: string;
  undoLabel: string;
  onUndo: () => void;
}): void {
  notifications.hide(props.id);
  notifications.show({
    id: props.id,
    autoClose: UNDO_MS,
    withBorder: true,
    message: (
      <span className={classes.row}>
        <span className={classes.text}>{props.message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(props.id);
            props.onUndo();
          }}
        >
          {props.undoLabel}
        </Button>
      </span>
    ),
  });
}

/** A refusal or failure: stays until read. */
export function toastRefused(id: string, content: ReactNode): void {
  notifications.hide(id);
  notifications.show({
    id,
    autoClose: false,
    withBorder: true,
    color: 'red',
    message: content,
    role: 'alert',
  });
}
