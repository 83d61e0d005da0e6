/**
 * A program that starts the embedded PostgreSQL on a folder, prints what it got as one line of JSON, and stays until
 * it is ended from outside: what tests kill.
 * node tests/support/embedded-holder.ts FOLDER
 */
import { startEmbeddedPostgres } from '#db/embedded.ts';

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('Usage: node tests/support/embedded-holder.ts FOLDER');

const log = {
  info: (fields: object, message: string) => console.error(message, JSON.stringify(fields)),
  error: (fields: object, message: string) => console.error(message, fields),
};
const stay = setInterval(() => undefined, 60_000);
const postgres = await startEmbeddedPostgres({ dataDir, log, durability: 'none' });
console.log(JSON.stringify({ url: postgres.url, pid: postgres.pid, attached: postgres.attached }));
process.on('exit', () => clearInterval(stay));
