import { describe, expect, it } from 'vitest';
import { openAlerts } from '#app/notices/open-alerts.ts';
import { type NoticeViewer, openNotices } from '#app/notices/open-notices.ts';
import type { LeadTerm } from '#domain/area/area-lead.ts';
import { alarmsOf } from '#domain/timer/alarm.ts';
import { noticeId, type TimerNotice } from '#domain/timer/timer-notice.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const AT = beijing('2026-03-10 09:21');
const term = (technicianId: string, more: Partial<LeadTerm> = {}): LeadTerm => ({
  technicianId,
  from: 0,
  until: null,
  deputyId: null,
  awaySince: null,
  endedAt: null,
  ...more,
});

/** An area of t1, t2 and t3, in which t1 has let a repeated fault of 09:00 lie for a quarter of an hour. */
function area(leadTerms: readonly LeadTerm[]): ReadonlyMap<string, never> {
  const story = new Story();
  story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
  story.do('2026-03-10 09:05', 'order.dispatch', { technicianId: 't1' });
  const order = { ...story.now, repeatFault: true };
  const notices = alarmsOf(order, story.standard, AT)
    .filter(({ at }) => at < AT)
    .map((alarm): TimerNotice => {
      const id = noticeId(order.id, alarm);
      return { ...alarm, id, orderId: order.id, areaId: 'a1', raisedAt: alarm.at };
    });
  const board = {
    area: { id: 'a1', standardId: story.standard.id, leadTechnicianId: null, leadTerms },
    orders: new Map([[order.id, order]]),
    technicians: new Map(['t1', 't2', 't3'].map((id) => [id, { ...technician, id, name: `师傅${id}` }])),
    notices: new Map(notices.map((notice) => [notice.id, notice])),
  };
  return new Map([['a1', board as never]]);
}

const phone = (technicianId: string): NoticeViewer => ({ role: 'technician', technicianId });
const hears = (leadTerms: readonly LeadTerm[], technicianId: string) => ({
  limits: openNotices(area(leadTerms), phone(technicianId), AT).map(({ notice, who }) => [notice.timer, who]),
  matters: openAlerts(area(leadTerms), phone(technicianId), AT).map(({ alert, who }) => [alert.kind, who]),
});

describe('[RESP-02] the first responsible person of an area who has a phone and nothing else', () => {
  it('hears of a colleague’s order what the area’s first person is told, and whose it is', () => {
    expect(hears([term('t2')], 't2')).toEqual({
      limits: [['T_ACCEPT', '师傅t1']],
      matters: [['repeat_fault', '师傅t1']],
    });
  });

  it('is the only one of the crew who does', () => {
    expect(hears([term('t2')], 't3')).toEqual({ limits: [], matters: [] });
  });

  it('is the deputy while the first person is away', () => {
    const away = [term('t2', { deputyId: 't3', awaySince: beijing('2026-03-10 08:00') })];
    expect(hears(away, 't3').limits).toEqual([['T_ACCEPT', '师傅t1']]);
    expect(hears(away, 't2')).toEqual({ limits: [], matters: [] });
  });

  it('hears nothing before the term begins and after it has ended', () => {
    expect(hears([term('t2', { from: beijing('2026-03-11 00:00') })], 't2').limits).toEqual([]);
    expect(hears([term('t2', { endedAt: beijing('2026-03-10 09:00') })], 't2').limits).toEqual([]);
  });

  it('is not told who has an order when it is their own', () => {
    expect(hears([term('t1')], 't1').limits).toEqual([['T_ACCEPT', null]]);
  });
});
