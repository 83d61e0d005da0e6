import type { CommandAnswer } from '#protocol/command.ts';
import { parseCommand } from '#protocol/schema.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { executeCommand } from './execute.ts';
import { invalid } from './refusal.ts';

/** Checks a command as it came over a wire and carries it out. */
export async function submitCommand(submission: {
  raw: unknown;
  viewer: Viewer;
  services: Services;
}): Promise<CommandAnswer> {
  const { raw, viewer, services } = submission;
  const parsed = parseCommand(raw);
  if (!parsed.ok) return invalid(parsed.fault);
  return executeCommand({ envelope: parsed.value, viewer, services });
}
