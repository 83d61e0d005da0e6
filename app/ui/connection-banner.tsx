'use client';

import { Button } from '@mantine/core';
import type { Connection } from '../live/connection.ts';
import classes from './connection-banner.module.css';
import { useMessages } from './i18n/provider.tsx';
import type { Messages } from './i18n/zh-cn.ts';

/** Says that what is on screen may be old or that something is not saved; nothing at all while live and empty-handed. */
export function ConnectionBanner({ connection }: { connection: Connection }) {
  const m = useMessages().common.connection;
  const words = wordsOf(connection, m);
  const waiting = connection.queued > 0 ? m.queued(connection.queued) : null;
  return (
    <div role="status" aria-live="polite" className={classes.region}>
      {words || waiting ? (
        <div className={classes.banner} data-state={connection.state} data-waiting={waiting ? '' : undefined}>
          <span className={classes.dot} aria-hidden="true" />
          <span className={classes.words}>
            {words ? <span>{words}</span> : null}
            {waiting ? <strong>{waiting}</strong> : null}
          </span>
          <NextStep state={connection.state} m={m} />
        </div>
      ) : null}
    </div>
  );
}

/** A dot and a word for the header: whether what is shown is live. */
export function ConnectionDot({ connection }: { connection: Connection }) {
  const m = useMessages().common.connection;
  const live = connection.state === 'live' && connection.queued === 0;
  return (
    <span className={classes.mark} data-live={live ? '' : undefined}>
      <span className={classes.dot} aria-hidden="true" />
      {live ? m.live : connection.state === 'live' ? m.notSaved : m.notLive}
    </span>
  );
}

function NextStep({ state, m }: { state: Connection['state']; m: Messages['common']['connection'] }) {
  if (state === 'outdated' || state === 'forbidden')
    return (
      <Button size="compact-xs" variant="white" onClick={() => window.location.reload()}>
        {m.reload}
      </Button>
    );
  if (state === 'signed_out')
    return (
      <Button size="compact-xs" variant="white" onClick={signInAndComeBack}>
        {m.signIn}
      </Button>
    );
  return null;
}

/** To the sign-in, and from there to the view that is on screen. */
function signInAndComeBack(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

function wordsOf(connection: Connection, m: Messages['common']['connection']): string | null {
  switch (connection.state) {
    case 'live':
      return null;
    case 'reconnecting':
      return connection.downSince === null ? m.connecting : m.reconnecting;
    case 'offline':
      return m.offline;
    case 'signed_out':
      return m.signedOut;
    case 'outdated':
      return m.updateNeeded;
    case 'forbidden':
      return m.rightsChanged;
  }
}
