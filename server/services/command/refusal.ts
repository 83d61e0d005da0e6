import type { Finding, Verdict } from '#domain/base/verdict.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { CommandRefused } from '#protocol/command.ts';
import type { Fault } from '#protocol/schema.ts';
import { refusalRules } from './refusal-rules.ts';

/** The closed set of answers to a command that was not carried out; each edge maps the codes once. */

/** Also for what the viewer may not see: that it exists is not told. */
export function notFound(what: string): CommandRefused {
  return { ok: false, code: 'not_found', title: `No such ${what}.` };
}

export function forbidden(what: string): CommandRefused {
  return { ok: false, code: 'forbidden', title: `Your role may not do this: ${what}.` };
}

export function invalid({ field, message }: Fault): CommandRefused {
  return { ok: false, code: 'invalid', title: `${field === '' ? 'The request' : field}: ${message}.`, field };
}

/** Somebody changed it first; `current` is what it is now. */
export function stale(what: string, current: { version: number }): CommandRefused {
  return {
    ok: false,
    code: 'stale',
    title: `The ${what} has changed meanwhile and is at version ${current.version} now.`,
    current,
  };
}

export function keyReuse(commandId: string): CommandRefused {
  return { ok: false, code: 'key_reuse', title: `The id ${commandId} was used for another request before.` };
}

/** Two things that exclude each other; the database said so. */
export function overlap(title: string): CommandRefused {
  return { ok: false, code: 'overlap', title };
}

export function retryLater(): CommandRefused {
  return {
    ok: false,
    code: 'retry',
    title: 'Not saved: the database does not answer. Send the same command with the same id again.',
  };
}

/** What the rule gate said, when it did not accept. */
export function refusedBy(verdict: Verdict, standard: ResolvedStandard): CommandRefused {
  const binding = verdict.findings.filter((finding) => finding.kind !== 'warning');
  const ids = [...new Set(binding.map((finding) => finding.rule))].join(', ');
  if (verdict.outcome === 'needs_approval') {
    return {
      ok: false,
      code: 'needs_approval',
      title: `Needs the approval of a ${verdict.approver ?? 'supervisor'}: ${ids}.`,
      rules: refusalRules(verdict.findings, standard),
      ...(verdict.approver ? { approver: verdict.approver } : {}),
    };
  }
  return {
    ok: false,
    code: 'refused',
    title: `Refused by ${ids}.`,
    rules: refusalRules(verdict.findings, standard),
  };
}

/** The same for one finding of a service's own. */
export function refusedFor(finding: Finding, standard: ResolvedStandard): CommandRefused {
  return refusedBy({ outcome: 'refused', findings: [finding] }, standard);
}
