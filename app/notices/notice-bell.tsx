'use client';

import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import type { RuleId } from '#domain/base/rule-id.ts';
import type { Board } from '../live/board.ts';
import { useBoard } from '../live/use-live.tsx';
import { useNow } from '../ui/clock.tsx';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';
import { ToneIcon } from '../ui/tone-icon.tsx';
import { AlertRow, NoticeRow } from './notice-rows.tsx';
import classes from './notices.module.css';
import { isGrave, openAlerts } from './open-alerts.ts';
import { type NoticeViewer, openNotices } from './open-notices.ts';
import { useNoticeToasts } from './use-notice-toasts.tsx';
import { useOftenLooked } from './use-often-looked.ts';

const TICK_MS = 10_000;
const areasOf = (board: Board) => board.areas;

/** What this person is told, of limits and beside them: a count in the header, the list beneath it, a toast for each that comes in. */
export function NoticeBell(props: {
  viewer: NoticeViewer;
  /** Opens the order that an alarm is about, where it can at what the alarm's rule asks for. */
  onOpen: (orderId: OrderId, rule?: RuleId) => void;
  size?: number;
}) {
  const { viewer, onOpen, size = 32 } = props;
  const m = useMessages();
  const language = useLanguage();
  const areas = useBoard(areasOf);
  const now = useNow(TICK_MS, areas);
  const [opened, setOpened] = useState(false);
  const notices = useMemo(() => openNotices(areas, viewer, now), [areas, viewer, now]);
  const alerts = useMemo(() => openAlerts(areas, viewer, now), [areas, viewer, now]);
  const lookers = useOftenLooked(viewer);
  const count = notices.length + alerts.length + lookers.length;
  useNoticeToasts(viewer, onOpen, opened);
  const overdue = notices.filter(({ over }) => over).length;
  const label = m.notices.bell(count, overdue);
  const open = (orderId: OrderId, rule: RuleId) => {
    setOpened(false);
    onOpen(orderId, rule);
  };

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width="min(380px, calc(100vw - 16px))"
      position="bottom-end"
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Tooltip label={label} disabled={opened}>
          <ActionIcon
            size={size}
            className={classes.bell}
            aria-label={label}
            data-notices={notices.length}
            onClick={() => setOpened(!opened)}
          >
            <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <path
                d="M10 3a4.6 4.6 0 0 0-4.6 4.6c0 3.6-1.6 5-1.6 5h12.4s-1.6-1.4-1.6-5A4.6 4.6 0 0 0 10 3zM8.4 15.6a1.7 1.7 0 0 0 3.2 0"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.6"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
            {count > 0 ? (
              <span
                className={classes.count}
                data-due={overdue > 0 || alerts.some(({ alert }) => isGrave(alert.kind)) ? '' : undefined}
                aria-hidden="true"
              >
                {count > 99 ? '99+' : count}
              </span>
            ) : null}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={m.notices.title}>
        <h2 className={classes.title}>{m.notices.title}</h2>
        {count === 0 ? <p className={classes.empty}>{m.notices.empty}</p> : null}
        <ul className={classes.list}>
          {lookers.map(({ personId, name, at, count: looks }) => (
            <li key={`${personId} ${at}`}>
              <a href="/settings/reveals" className={classes.row} data-level="warning" data-often={personId}>
                <span className={classes.mark}>
                  <ToneIcon tone="blocked" size={16} />
                </span>
                <span className={classes.what}>
                  <strong>{m.reveals.noticeWhat}</strong>
                  <small>{m.reveals.notice(name ?? personId, looks)}</small>
                </span>
                <span className={classes.when}>
                  {dayAndClock(at, now, m, language)}
                  <small>PRIV-01</small>
                </span>
              </a>
            </li>
          ))}
          {alerts.map((one) => (
            <li key={one.key}>
              <AlertRow {...one} now={now} onOpen={open} />
            </li>
          ))}
          {notices.map((one) => (
            <li key={one.notice.id}>
              <NoticeRow {...one} now={now} onOpen={open} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
