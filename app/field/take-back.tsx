'use client';

import { Button } from '@mantine/core';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMessages } from '../ui/i18n/provider.tsx';
import { UNDO_MS } from '../ui/toasts.tsx';
import classes from './field.module.css';

/** A status tap that has been made and not yet sent. */
interface Waiting {
  label: string;
  dueAt: number;
  send: () => void;
}

export interface TakeBack {
  /** Sends after ten seconds unless taken back; a tap before it goes out at once. */
  offer(label: string, send: () => void): void;
  waiting: boolean;
  bar: React.ReactNode;
}

/**
 * Ten seconds in which a status tap may be taken back. The tap's own time travels with the command. Leaving the page
 * sends what waits: a tap is never lost.
 */
export function useTakeBack(): TakeBack {
  const m = useMessages();
  const held = useRef<Waiting | null>(null);
  const [shown, setShown] = useState<Waiting | null>(null);
  const [left, setLeft] = useState(0);

  const sendNow = useCallback(() => {
    const waiting = held.current;
    held.current = null;
    setShown(null);
    waiting?.send();
  }, []);

  useEffect(() => {
    if (!shown) return;
    const tick = setInterval(() => {
      setLeft(Math.ceil((shown.dueAt - Date.now()) / 1000));
      if (Date.now() >= shown.dueAt) sendNow();
    }, 250);
    const onHidden = () => document.visibilityState === 'hidden' && sendNow();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', sendNow);
    return () => {
      clearInterval(tick);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', sendNow);
    };
  }, [shown, sendNow]);

  // Before the line is let go of: another page of the product takes this one's place without hiding it.
  useLayoutEffect(() => sendNow, [sendNow]);

  const offer = useCallback(
    (label: string, send: () => void) => {
      sendNow();
      const waiting = { label, dueAt: Date.now() + UNDO_MS, send };
      held.current = waiting;
      setLeft(UNDO_MS / 1000);
      setShown(waiting);
    },
    [sendNow],
  );

  const bar = shown ? (
    <div className={classes.takeBack} role="status">
      <div className={classes.takeBackWords}>
        <strong>{m.field.takeBack.pending(shown.label)}</strong>
        <span>{m.field.takeBack.left(left)}</span>
      </div>
      <div className={classes.takeBackActions}>
        <Button
          variant="default"
          size="md"
          onClick={() => {
            held.current = null;
            setShown(null);
          }}
        >
          {m.field.takeBack.undo}
        </Button>
        <Button size="md" onClick={sendNow}>
          {m.field.takeBack.now}
        </Button>
      </div>
    </div>
  ) : null;

  return { offer, waiting: shown !== null, bar };
}
