'use client';

import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { AreaId, Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { AreaBoard } from '../live/board.ts';
import { useLive } from '../live/use-live.tsx';
import { useClock } from '../ui/clock.tsx';
import type { Language } from '../ui/i18n/language.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';
import { networkHref } from './network-href.ts';
import classes from './notices.module.css';
import { isGrave, type OpenAlert, openAlerts } from './open-alerts.ts';
import { type NoticeViewer, type OpenNotice, openNotices } from './open-notices.ts';

const WARNING_SHOWN_MS = 8_000;
const DUE_SHOWN_MS = 20_000;
/** More in sight at once are told as one number: a pile of toasts is read by nobody and lies over the work. */
const SINGLY = 3;

/**
 * Shows each alarm and each alert that comes in while the page is open as a toast, once; what was there before stands in the list. `quiet`: the list
 * itself is open, and nothing may lie over it.
 */
export function useNoticeToasts(
  viewer: NoticeViewer,
  onOpen: (orderId: OrderId) => void,
  quiet: boolean,
): void {
  const live = useLive();
  const time = useClock();
  const m = useMessages();
  const language = useLanguage();
  const shown = useRef<Shown & { quiet: boolean }>({ m, language, onOpen, quiet });
  shown.current = { m, language, onOpen, quiet };
  const seen = useRef<ReturnType<typeof inSight> | null>(null);
  useEffect(() => {
    if (quiet) seen.current?.clear();
  }, [quiet]);
  const { role, technicianId, personId } = viewer;
  useEffect(() => {
    const me = { role, technicianId, personId };
    const known = new Map<string, ReadonlySet<string>>();
    const told = new Map<string, ReadonlySet<string>>();
    const sight = inSight();
    seen.current = sight;
    const freshAlerts = (areas: ReadonlyMap<AreaId, AreaBoard>): readonly OpenAlert[] =>
      [...areas].flatMap(([areaId, area]) => {
        const open = openAlerts(new Map([[areaId, area]]), me, time.now());
        const before = told.get(areaId);
        told.set(areaId, new Set(open.map(({ key }) => key)));
        return before ? open.filter(({ key }) => !before.has(key)) : [];
      });
    const look = () => {
      const { areas } = live.committed.get();
      const fresh = new Set<string>();
      for (const [areaId, area] of areas) {
        const before = known.get(areaId);
        if (before?.size === area.notices.size) continue;
        if (before) for (const id of area.notices.keys()) if (!before.has(id)) fresh.add(id);
        known.set(areaId, new Set(area.notices.keys()));
      }
      const alerts = freshAlerts(areas);
      if ((fresh.size === 0 && alerts.length === 0) || shown.current.quiet) return;
      const mine =
        fresh.size === 0
          ? []
          : openNotices(areas, me, time.now()).filter(({ notice }) => fresh.has(notice.id));
      const words = shown.current;
      const ids = [...mine.map(({ notice }) => notice.id), ...alerts.map(({ key }) => key)];
      if (sight.tellTogether(ids, words.m.notices.many)) return;
      for (const one of mine) tellOne(sight, one, time.now(), words);
      for (const one of alerts) tellAlert(sight, one, words);
    };
    look();
    return live.committed.subscribe(look);
  }, [live, time, role, technicianId, personId]);
}

const TOGETHER = 'notices';

/** The alarms whose toasts nobody has closed and no time has taken away: too many of them become one toast with their number. */
function inSight(): {
  tell(toast: Omit<Toast, 'gone'>): void;
  tellTogether(ids: readonly string[], words: (count: number) => string): boolean;
  clear(): void;
} {
  const told = new Set<string>();
  return {
    tell(toast) {
      told.add(toast.id);
      tell({ ...toast, gone: () => told.delete(toast.id) });
    },
    /** Takes away those that are in sight: the list says the same, and nothing may lie over it. */
    clear() {
      for (const id of [...told, TOGETHER]) notifications.hide(id);
      told.clear();
    },
    /** Whether these and those in sight were too many to be told one by one. */
    tellTogether(ids, words) {
      const all = new Set([...told, ...ids]);
      if (all.size <= SINGLY) return false;
      for (const id of [...told, TOGETHER]) notifications.hide(id);
      for (const id of all) told.add(id);
      const gone = () => told.clear();
      tell({ id: TOGETHER, words: words(all.size), open: null, autoClose: DUE_SHOWN_MS, due: true, gone });
      return true;
    },
  };
}

/** How an alarm is said, and what its link does. */
interface Shown {
  readonly m: ReturnType<typeof useMessages>;
  readonly language: Language;
  readonly onOpen: (orderId: OrderId) => void;
}

function tellOne(
  sight: ReturnType<typeof inSight>,
  { notice, order, about }: OpenNotice,
  now: Instant,
  { m, language, onOpen }: Shown,
): void {
  const what = m.dispatch.timers[notice.timer];
  const due = notice.level !== 'warning';
  const by = dayAndClock(notice.dueEffective, now, m, language);
  const words =
    notice.level === 'escalation'
      ? m.notices.isStillDue(what, by)
      : due
        ? m.notices.isDue(what, by)
        : m.notices.warns(what, by);
  const open = order ? (
    <OrderLink order={order} type={m.order.type[order.type]} onOpen={onOpen} />
  ) : (
    <a className={classes.toastOpen} href={networkHref(notice)}>
      {about ?? m.notices.outage}
    </a>
  );
  const autoClose = due ? DUE_SHOWN_MS : WARNING_SHOWN_MS;
  sight.tell({ id: notice.id, words, open, autoClose, due });
}

function tellAlert(
  sight: ReturnType<typeof inSight>,
  { key, alert, order }: OpenAlert,
  { m, onOpen }: Shown,
): void {
  const due = isGrave(alert.kind);
  const open = <OrderLink order={order} type={m.order.type[order.type]} onOpen={onOpen} />;
  const autoClose = due ? DUE_SHOWN_MS : WARNING_SHOWN_MS;
  sight.tell({ id: key, words: m.notices.alerts[alert.kind], open, autoClose, due });
}

function OrderLink(props: { order: Order; type: string; onOpen: (orderId: OrderId) => void }) {
  const { order, type, onOpen } = props;
  return (
    <button type="button" className={classes.toastOpen} onClick={() => onOpen(order.id)}>
      {`${type} · ${order.estate ?? order.number}`}
    </button>
  );
}

interface Toast {
  readonly id: string;
  readonly words: string;
  readonly open: React.ReactNode;
  /** Milliseconds. */
  readonly autoClose: number;
  readonly due: boolean;
  gone(): void;
}

function tell({ id, words, open, autoClose, due, gone }: Toast): void {
  notifications.show({
    id,
    autoClose,
    onClose: gone,
    withBorder: true,
    color: due ? 'red' : 'yellow',
    role: due ? 'alert' : 'status',
    message: (
      <span className={classes.toast}>
        <span>{words}</span>
        {open}
      </span>
    ),
  });
}
