/** A worker that proposes days, but dies of its first job while there are deaths left in `workerData`. */
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';

const { deaths } = workerData as { deaths: Int32Array<SharedArrayBuffer> };
if (Atomics.sub(deaths, 0, 1) > 0) parentPort?.once('message', () => process.exit(9));
else await import('#server/planner/proposal-worker.ts');
