/**
 * Who may sign in.
 *
 *     npm run --silent person -- list
 *     npm run --silent person -- admit li.na --name 李娜 --role dispatcher [--areas gulou,mawei] [--technician t001] [--password-from-stdin]
 *     npm run --silent person -- dismiss li.na
 *
 * `admit` renews a username that there is. Without --areas every area is open; without --password-from-stdin a password
 * is made and printed once. Works beside a running server. Exit code 0: done; 2: refused, nothing was changed.
 */
import { randomBytes } from 'node:crypto';
import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { allPeople } from '#db/query/person.ts';
import { type RunningDatabase, startDatabase } from '#db/start.ts';
import { AdmissionRefused, admit, dismiss } from '../access/admit.ts';
import { environmentConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { loadSecrets } from '../secrets.ts';
import { makeServices } from '../services/make-services.ts';

const USAGE = `list, admit USERNAME --name NAME --role ROLE [--areas A,B] [--technician ID] [--password-from-stdin], or dismiss USERNAME`;

process.exitCode = await main();

async function main(): Promise<number> {
  let database: RunningDatabase | undefined;
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        name: { type: 'string', default: '' },
        role: { type: 'string', default: '' },
        areas: { type: 'string' },
        technician: { type: 'string' },
        'password-from-stdin': { type: 'boolean', default: false },
      },
    });
    const [verb, username] = positionals;
    const complete = verb === 'list' || ((verb === 'admit' || verb === 'dismiss') && username !== undefined);
    if (!complete) throw new AdmissionRefused(`What is to be done? ${USAGE}.`);
    const config = environmentConfig();
    const log = createLog('error');
    database = await startDatabase(config, { applicationName: 'zhundian-person', log });
    if (verb === 'list') return await list(database);
    if (verb === 'dismiss') {
      await dismiss(database.sql, username!);
      console.log(`${username} is let in no more, and signed out everywhere.`);
      return 0;
    }
    const secrets = await loadSecrets(config.dataDir, config.secrets);
    const { access } = makeServices({ database, secrets, config, log });
    const given = values['password-from-stdin'] ? await firstLine() : null;
    const password = given ?? randomBytes(12).toString('base64url');
    await admit(access, database.sql, {
      username: username!.toLowerCase(),
      name: values.name,
      role: values.role,
      areaIds: values.areas === undefined ? null : values.areas.split(',').map((area) => area.trim()),
      technicianId: values.technician ?? null,
      password,
    });
    console.log(`${username} may sign in${given === null ? ` with the password ${password}` : ''}.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  } finally {
    await database?.stop();
  }
}

async function list({ sql }: RunningDatabase): Promise<number> {
  for (const { username, name, role, areaIds, technicianId, disabled } of await allPeople(sql)) {
    const reach = areaIds === null ? 'every area' : areaIds.join(', ') || 'no area';
    const phone = technicianId === null ? '' : `, phone of ${technicianId}`;
    console.log(`${username}: ${name}, ${role}, ${reach}${phone}${disabled ? ', let in no more' : ''}`);
  }
  return 0;
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: stdin })) return line;
  return '';
}
