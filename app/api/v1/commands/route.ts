import { submitCommand } from '#server/services/command/submit.ts';
import { writes } from '../../http/handle.ts';
import { commandAnswer } from '../../http/problem.ts';

/** Any command, in the envelope that sockets use: `{id, type, payload, version?}`. */
export const POST = writes(async ({ body, viewer, services }) =>
  commandAnswer(await submitCommand({ raw: body, viewer, services })),
);
