import { leadTermsOf, responsibleAt } from '#domain/area/area-lead.ts';
import type { AreaId, Instant, PersonId, TechnicianId } from '#domain/base/brand.ts';
import type { Role } from '#domain/base/role.ts';
import type { Order } from '#domain/order/order.ts';
import { type Hearer, isTold } from '#domain/timer/audience.ts';
import type { NetworkSubject } from '#domain/timer/network-alarms.ts';
import { openRunsOf, openRunsOnNetwork, runOf } from '#domain/timer/open-runs.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { AreaBoard } from '../live/board.ts';

/** Who looks. */
export interface NoticeViewer {
  readonly role: Role;
  readonly technicianId?: TechnicianId | undefined;
  readonly personId?: PersonId | undefined;
}

/** An alarm that still waits for its act. */
export interface OpenNotice {
  readonly notice: TimerNotice;
  /** The order that it is about; null of an outage or a cutover. */
  readonly order: Order | null;
  /** What an outage's or a cutover's is about, in words; null where nobody knows the cause yet, and of an order. */
  readonly about: string | null;
  /** The limit has passed, whether or not this person was told that it has. */
  readonly over: boolean;
  /** Who else has the order in hand, by name; null where nobody does or it is the viewer. */
  readonly who: string | null;
}

/**
 * What timers have told this person and what is still to be done, what is overdue first, then by its limit. Of one run of a timer the
 * last word counts; an alarm whose act was done has gone.
 */
export function openNotices(
  areas: ReadonlyMap<AreaId, AreaBoard>,
  viewer: NoticeViewer,
  now: Instant,
): readonly OpenNotice[] {
  const open = [...areas.values()].flatMap((area) => {
    const hearer = hearerIn(area, viewer, now);
    const latest = new Map<string, TimerNotice>();
    for (const notice of area.notices.values())
      if (isTold(notice.audience, hearer))
        latest.set(`${notice.orderId ?? notice.subject?.id} ${notice.timer} ${notice.startedAt}`, notice);
    const runs = new Map<string, ReadonlySet<string>>();
    return [...latest.values()].flatMap((notice): readonly OpenNotice[] => {
      const run = runOf(notice);
      const over = notice.level !== 'warning' || now > notice.dueEffective;
      if (notice.subject) {
        const subject = onNetwork(area, notice.subject);
        if (!subject) return [];
        const open = openRunsOnNetwork(subject, area.area.standardId, now);
        return open.has(run) ? [{ notice, order: null, about: inWords(subject), over, who: null }] : [];
      }
      const order = area.orders.get(notice.orderId ?? '');
      if (!order) return [];
      // time took the fault from the expert seat: it is the dispatcher’s now (DISP-03)
      if (notice.timer === 'T_EXPERT' && notice.level === 'warning' && order.remoteOutcome === 'expired')
        return [];
      const { id } = order;
      if (!runs.has(id)) runs.set(id, openRunsOf(order, now));
      return runs.get(id)?.has(run)
        ? [{ notice, order, about: null, over, who: inHand(area, order, viewer) }]
        : [];
    });
  });
  return open.sort(
    (a, b) => Number(b.over) - Number(a.over) || a.notice.dueEffective - b.notice.dueEffective,
  );
}

/** This person in an area: a technician may answer for one area and not for another (RESP-02). */
export function hearerIn<V extends NoticeViewer>(
  { area, technicians }: AreaBoard,
  viewer: V,
  now: Instant,
): V & Hearer {
  const { role, technicianId } = viewer;
  if (role !== 'technician' || technicianId === undefined) return viewer;
  const responsible = responsibleAt({ members: [...technicians.keys()], terms: leadTermsOf(area) }, now);
  return { ...viewer, leads: responsible === technicianId };
}

/** The outage or the cutover of a notice, as this screen knows it. */
function onNetwork(
  area: AreaBoard,
  { kind, id }: NonNullable<TimerNotice['subject']>,
): NetworkSubject | null {
  if (kind === 'outage') {
    const state = area.outages.get(id);
    return state ? { kind, state } : null;
  }
  const state = area.cutovers.get(id);
  return state ? { kind, state } : null;
}

function inWords({ kind, state }: NetworkSubject): string | null {
  return kind === 'outage' ? state.cause : state.work;
}

/** The name of whoever has an order in hand, when that is not the one who looks. */
export function inHand(
  { technicians }: AreaBoard,
  { technicianId }: Order,
  viewer: NoticeViewer,
): string | null {
  if (technicianId === null || technicianId === viewer.technicianId) return null;
  return technicians.get(technicianId)?.name ?? null;
}
