/** Proposes days in a worker thread, for a `WorkerPool<ProposalRequest, ProposalReport, PlanProposal>`. */
import type { PlanProposal } from '#protocol/plan.ts';
import { giveWay } from './give-way.ts';
import { type ProposalAsk, propose } from './propose.ts';
import { type Desk, serveJobs } from './worker-desk.ts';

export interface ProposalRequest {
  ask: ProposalAsk;
  /** Wall seconds to search. */
  seconds: number;
}

export interface ProposalReport {
  spent: number;
  unserved: number;
  iterations: number;
}

function work({ ask, seconds }: ProposalRequest, desk: Desk<ProposalReport>): PlanProposal {
  const started = performance.now();
  return propose(ask, {
    spent: () => (desk.isStopped() ? Infinity : (performance.now() - started) / 1000 / seconds),
    onProgress: ({ spent, unserved, iterations }) => desk.report({ spent, unserved, iterations }),
  });
}

giveWay(10);
serveJobs(work);
