import { rm } from 'node:fs/promises';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster's maintenance database. */
    clusterUrl: string;
    /** A migrated database that every test file copies. */
    templateName: string;
  }
}

/**
 * One cluster for a whole run, its writes never synced to disk, with a template that is migrated once.
 * TEST_DATABASE_URL runs the tests on a server of one's own instead (the role must be a superuser), such as the
 * oldest supported PostgreSQL.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  const folder = outside ? null : await temporaryFolder('cluster');
  const embedded = folder
    ? await startEmbeddedPostgres({ dataDir: folder, durability: 'none', log: quiet })
    : null;
  const clusterUrl = databaseUrl(embedded?.url ?? (outside as string), 'postgres');
  const templateName = `zhundian_template_${process.pid}_${project.name}`;
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(templateName)}`;
  await migrate(databaseUrl(clusterUrl, templateName));
  project.provide('clusterUrl', clusterUrl);
  project.provide('templateName', templateName);
  return async () => {
    await admin`drop database if exists ${admin(templateName)} with (force)`;
    await admin.end();
    await embedded?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}

/** The same server and role, another database. */
function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

const quiet = {
  info: () => undefined,
  error: (fields: object, message: string) => console.error(message, fields),
};
