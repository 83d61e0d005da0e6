'use client';

import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Connection } from '../live/connection.ts';
import { ConnectionDot } from '../ui/connection-banner.tsx';
import { type FramePerson, LanguageSwitch, PersonMenu, SchemeSwitch } from '../ui/frame/app-frame.tsx';
import { Mark } from '../ui/frame/mark.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import classes from './field.module.css';

/** The phone's header: where one is, whether the screen is live, and who is signed in. On an order its name has the room of the switches. */
export function FieldHeader(props: {
  title: string;
  person: FramePerson;
  connection: Connection;
  notices: ReactNode;
  onBack?: () => void;
}) {
  const m = useMessages();
  return (
    <header className={classes.header}>
      {props.onBack ? (
        <ActionIcon size={44} aria-label={m.field.order.backToList} onClick={props.onBack}>
          <svg width="22" height="22" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path
              d="M12.5 4 6.5 10l6 6"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </ActionIcon>
      ) : (
        <span className={classes.headerMark}>
          <Mark size={24} />
        </span>
      )}
      <h1>{props.title}</h1>
      <ConnectionDot connection={props.connection} />
      {props.notices}
      {props.onBack ? null : (
        <>
          <LanguageSwitch />
          <SchemeSwitch />
        </>
      )}
      <PersonMenu person={props.person} />
    </header>
  );
}
