import { reachOf } from '../area/reach.ts';
import type { Instant } from '../base/brand.ts';
import { asks, blocks, mayApprove, settleApprovals } from '../base/finding.ts';
import type { Actor } from '../base/role.ts';
import type { Finding, Verdict } from '../base/verdict.ts';
import { verdictOf } from '../base/verdict.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { HOUR } from '../time/zone.ts';
import type { Cutover, CutoverCommand, CutoverCommands, CutoverEvent } from './cutover.ts';
import { CUTOVER_STEPS } from './cutover.ts';
import { DISTURBS_HOURS, judgeAnnouncement, lastAnnouncement, type VisitInTime } from './judge-cutover.ts';

/** What a decision about a cutover may look at beside it. */
export interface CutoverContext {
  now: Instant;
  actor: Pick<Actor, 'id' | 'role'>;
  standard: ResolvedStandard;
  /** The visits of its area, promised or planned. */
  visits: readonly VisitInTime[];
}

/** The verdict and, only when accepted, what happens. */
export interface CutoverDecision {
  verdict: Verdict;
  events: readonly CutoverEvent[];
}

interface Proposed {
  findings: readonly Finding[];
  events: readonly CutoverEvent[];
}

/** The gate of a cutover (CUTV-01). A step that the table does not allow is refused with the state and with what it would need. */
export function decideCutover(
  cutover: Cutover | null,
  command: CutoverCommand,
  context: CutoverContext,
): CutoverDecision {
  const { from } = CUTOVER_STEPS[command.type];
  const status = cutover?.status ?? 'none';
  const { findings, events } = from.includes(status)
    ? propose(cutover, command, context)
    : refuse(blocks('STATE', { step: command.type, status, needs: from.join(' or ') }));
  const verdict = verdictOf(findings);
  return { verdict, events: verdict.outcome === 'accepted' ? events : [] };
}

function propose(cutover: Cutover | null, command: CutoverCommand, context: CutoverContext): Proposed {
  if (command.type === 'cutover.plan') return plan(command.payload, context);
  // the table lets nothing but a plan through for one that does not exist
  if (!cutover) return refuse(blocks('STATE', { step: command.type, status: 'none' }));
  switch (command.type) {
    case 'cutover.move':
      return move(cutover, command.payload, context);
    case 'cutover.ask':
      return ask(cutover, command.payload.reason, context);
    case 'cutover.approve':
      return approve(cutover, command.payload.reason, context);
    case 'cutover.reject':
      return reject(cutover, command.payload.reason, context);
    case 'cutover.announce':
      return announce(cutover, command.payload.announcedAt ?? context.now, context);
    case 'cutover.begin':
      return cutover.start > context.now
        ? refuse(blocks('CUTV-01', { startAt: cutover.start, nowAt: context.now }, 'wait_or_move'))
        : happens({ type: 'cutover.begun', data: {} });
    case 'cutover.finish':
      return happens({ type: 'cutover.finished', data: {} });
    case 'cutover.cancel':
      return happens({ type: 'cutover.cancelled', data: { reason: command.payload.reason } });
  }
}

function plan(given: CutoverCommands['cutover.plan'], { now }: CutoverContext): Proposed {
  const { areaId, work, start, end = start + DISTURBS_HOURS * HOUR } = given;
  return (
    refusedTime(start, end, now) ??
    happens({ type: 'cutover.planned', data: { areaId, work, start, end, reach: reachOf(given) } })
  );
}

function move(
  cutover: Cutover,
  { start, end = start + (cutover.end - cutover.start), reason }: CutoverCommands['cutover.move'],
  { now }: CutoverContext,
): Proposed {
  const announceAnew = start < cutover.start;
  return (
    refusedTime(start, end, now) ??
    happens({ type: 'cutover.moved', data: { start, end, reason, announceAnew } })
  );
}

/** Planned work lies ahead and takes some time. */
function refusedTime(start: Instant, end: Instant, now: Instant): Proposed | null {
  if (start <= now) return refuse(blocks('CUTV-01', { startAt: start, nowAt: now }, 'choose_future'));
  if (end <= start) return refuse(blocks('CUTV-01', { startAt: start, untilAt: end }, 'end_after_start'));
  return null;
}

function ask(cutover: Cutover, reason: string, { actor, now, standard }: CutoverContext): Proposed {
  const latest = lastAnnouncement(cutover, standard);
  if (now <= latest) return refuse(blocks('CUTV-01', { latestAt: latest, nowAt: now }, 'announce'));
  return happens({ type: 'cutover.asked', data: { by: actor.id, reason } });
}

function approve(cutover: Cutover, reason: string, context: CutoverContext): Proposed {
  const { asked } = cutover;
  const refused = refusedDecision(cutover, context);
  if (refused || !asked) return refused ?? { findings: [], events: [] };
  const { id: by, role } = context.actor;
  return happens({
    type: 'cutover.approved',
    data: { approval: { by, role, reason, at: context.now, requestedBy: asked.by } },
  });
}

function reject(cutover: Cutover, reason: string, context: CutoverContext): Proposed {
  return (
    refusedDecision(cutover, context) ??
    happens({ type: 'cutover.rejected', data: { by: context.actor.id, reason } })
  );
}

/** Somebody asked, and another than that one, of the role that it takes, decides (SEP-01). */
function refusedDecision({ asked }: Cutover, { actor }: CutoverContext): Proposed | null {
  if (!asked) return refuse(blocks('CUTV-01', { missing: 'asked' }, 'ask_supervisor'));
  if (asked.by === actor.id) return refuse(blocks('SEP-01', { requestedBy: asked.by }));
  if (!mayApprove(actor.role, 'supervisor'))
    return refuse(asks('CUTV-01', 'supervisor', { role: actor.role }, 'ask_supervisor'));
  return null;
}

function announce(cutover: Cutover, announcedAt: Instant, context: CutoverContext): Proposed {
  const { standard, visits, now } = context;
  return {
    findings: settleApprovals(
      judgeAnnouncement(cutover, announcedAt, visits, standard, now),
      cutover.approval,
    ),
    events: [{ type: 'cutover.announced', data: { announcedAt } }],
  };
}

function happens(event: CutoverEvent): Proposed {
  return { findings: [], events: [event] };
}

function refuse(finding: Finding): Proposed {
  return { findings: [finding], events: [] };
}
