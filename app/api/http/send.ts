import type { CommandAnswer, CommandType } from '#protocol/command.ts';
import { submitCommand } from '#server/services/command/submit.ts';
import type { Write } from './handle.ts';
import { commandAnswer } from './problem.ts';

/** Sends a command made of the request's body: its fields are the payload's, `version` is the envelope's. */
export async function submit(
  ask: Write,
  type: CommandType,
  fields: Readonly<Record<string, unknown>>,
): Promise<CommandAnswer> {
  const { services, viewer, key, body } = ask;
  const { version, ...payload } = body;
  const raw = {
    id: key,
    type,
    payload: { ...payload, ...fields },
    ...(version === undefined ? {} : { version }),
  };
  return submitCommand({ raw, viewer, services });
}

/** The same, answered. `fields` are those that the path gives. */
export async function send(
  ask: Write,
  type: CommandType,
  fields: Readonly<Record<string, unknown>>,
  status = 200,
): Promise<Response> {
  return commandAnswer(await submit(ask, type, fields), status);
}
