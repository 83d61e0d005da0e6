/**
 * `npm run --silent verify-log [-- AREA …]`: recomputes the hash chain of every area's log, or of those named.
 * Works beside a running server. Exit code 0: every chain holds; 1: a log was tampered with or damaged; 2: could not look.
 */
import { parseArgs } from 'node:util';
import { areas as readAreas } from '#db/query/area.ts';
import { areaSeqs } from '#db/query/event.ts';
import { type LogFault, verifyLog } from '#db/query/verify-log.ts';
import { type RunningDatabase, startDatabase } from '#db/start.ts';
import { environmentConfig } from '../config.ts';
import { createLog } from '../log.ts';

const FAULTS: Record<LogFault['fault'], string> = {
  gap: 'an event is missing before it',
  hash: 'it or an event before it is not what was written',
  head: 'the head of the log is not its last event',
};

process.exitCode = await main();

async function main(): Promise<number> {
  let database: RunningDatabase | undefined;
  try {
    const { positionals: named } = parseArgs({ allowPositionals: true });
    database = await startDatabase(environmentConfig(), {
      applicationName: 'zhundian-verify-log',
      log: createLog('error'),
    });
    return await verify(database, named);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  } finally {
    await database?.stop();
  }
}

async function verify({ sql }: RunningDatabase, named: readonly string[]): Promise<number> {
  const known = (await readAreas(sql, null)).map(({ id }) => id);
  const unknown = named.filter((areaId) => !known.includes(areaId));
  if (unknown.length > 0) {
    console.error(`No area is called ${unknown.join(', ')}. Areas: ${known.join(', ') || 'none'}.`);
    return 2;
  }
  const wanted = named.length > 0 ? named : known;
  const heads = await areaSeqs(sql, wanted);
  let broken = 0;
  for (const areaId of wanted) {
    const [fault] = await verifyLog(sql, areaId);
    if (fault) broken += 1;
    const events = heads.get(areaId) ?? 0;
    console.log(
      fault
        ? `${areaId}: BROKEN at seq ${fault.seq}: ${FAULTS[fault.fault]}`
        : `${areaId}: ${events} events, the chain holds`,
    );
  }
  console.log(`${wanted.length - broken} of ${wanted.length} logs hold.`);
  return broken > 0 ? 1 : 0;
}
