import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { mayCommand } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { carryOut } from './carry-out.ts';
import type { Verb } from './change.ts';
import { forbidden } from './refusal.ts';
import { requestHash } from './request-hash.ts';
import { verbs } from './verbs.ts';

export interface Execution {
  envelope: CommandEnvelope;
  viewer: Viewer;
  services: Services;
}

/**
 * Carries out one command and answers when it is committed: the same id with the same body is answered as before, and a
 * refusal leaves no trace but its answer. Throws only for faults of the program.
 */
export async function executeCommand({ envelope, viewer, services }: Execution): Promise<CommandAnswer> {
  const { id, type, payload, version } = envelope;
  if (!mayCommand(viewer, type)) return forbidden(type);
  // The registry is typed by command; the pair of one envelope always fits.
  const verb = verbs[type] as Verb<never>;
  return carryOut({
    services,
    viewer,
    id,
    hash: requestHash(envelope),
    version,
    decide: (work) => verb(work, payload as never),
  });
}
