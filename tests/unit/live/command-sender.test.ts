import { describe, expect, it } from 'vitest';
import { createLanes, pauseBefore, sendUntilAnswered } from '#app/live/command-sender.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';

const envelope: CommandEnvelope = { id: 'c1', type: 'order.review', payload: { orderId: 'o1' }, version: 3 };
const ok: CommandAnswer = {
  ok: true,
  data: { replay: false, areaId: 'gulou', seq: 1, warnings: [], committedAt: 0 },
};
const refusal = (code: 'retry' | 'too_many' | 'stale'): CommandAnswer => ({ ok: false, code, title: code });

/** Answers in turn; an Error stands for an answer that never came. */
async function send(answers: (CommandAnswer | Error)[]) {
  const sent: CommandEnvelope[] = [];
  const told: string[] = [];
  const answer = await sendUntilAnswered(envelope, {
    line: {
      whenUp: () => Promise.resolve(),
      deliver(one) {
        sent.push(one);
        const next = answers[sent.length - 1] ?? ok;
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
      },
    },
    wait: () => Promise.resolve(),
    random: () => 0,
    onUnanswered: (_id, code) => told.push(code),
  });
  return { answer, sent, told };
}

describe('sending a command', () => {
  it('sends the very same command again until it is answered', async () => {
    const { answer, sent, told } = await send([new Error('lost'), refusal('retry'), refusal('too_many'), ok]);
    expect(answer).toBe(ok);
    expect(sent).toEqual([envelope, envelope, envelope, envelope]);
    expect(told).toEqual(['no_answer', 'retry', 'too_many']);
  });

  it('takes a refusal for an answer', async () => {
    const { answer, sent } = await send([refusal('stale')]);
    expect(answer).toMatchObject({ code: 'stale' });
    expect(sent).toHaveLength(1);
  });

  it('pauses longer each time, at most five seconds, spread over half', () => {
    expect([0, 1, 2, 3, 4, 5, 20].map((attempt) => pauseBefore(attempt, 0))).toEqual([
      100, 200, 400, 800, 1_600, 2_500, 2_500,
    ]);
    expect(pauseBefore(20, 0.999)).toBeLessThan(5_000);
  });
});

describe('lanes', () => {
  it('let work on one order go one after the other and work on others pass', async () => {
    const inLane = createLanes();
    const done: string[] = [];
    const { promise: gate, resolve: release } = Promise.withResolvers<void>();
    const first = inLane(['o1'], async () => {
      await gate;
      done.push('first');
    });
    const second = inLane(['o1'], async () => void done.push('second'));
    await inLane(['o2'], async () => void done.push('other'));
    release();
    await Promise.all([first, second]);
    expect(done).toEqual(['other', 'first', 'second']);
  });

  it('go on after work that failed', async () => {
    const inLane = createLanes();
    await expect(inLane(['o1'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(inLane(['o1'], async () => 'done')).resolves.toBe('done');
  });
});
