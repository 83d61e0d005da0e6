import type { Snapshot } from '#protocol/live.ts';

/**
 * A message of the live line on its way to a page: where it is the answer to `watch`, with each area's snapshot changed. So a page
 * can be shown a larger day than the server behind it has.
 */
export function withSnapshots(message: string, change: (snapshot: Snapshot) => Snapshot): string {
  if (!message.startsWith('43') || !message.includes('"snapshots":[{')) return message;
  const at = message.indexOf('[');
  const answer = JSON.parse(message.slice(at)) as [{ data: { snapshots: Snapshot[] } }];
  answer[0].data.snapshots = answer[0].data.snapshots.map(change);
  return message.slice(0, at) + JSON.stringify(answer);
}
