/** The tests' road server in a process of its own, so that its memory is not counted with ours; tells its address and stays. */
import { startRoadServer } from '#tests/support/road-server.ts';

const { base } = await startRoadServer();
process.send?.(base);
