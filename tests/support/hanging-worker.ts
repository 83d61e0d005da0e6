/** A worker that answers with what it was asked, but never with anything when asked to hang. */
import { serveJobs } from '#server/planner/worker-desk.ts';

serveJobs((ask: string) => {
  if (ask === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return ask;
});
