import { drizzle } from 'drizzle-orm/postgres-js';
import type { Database } from './client.ts';

/** Typed queries over db/schema. A file of its own: it takes over a second to load, and only the sign-in needs it. */
export const typedQueries = ({ ormPool }: Database) => drizzle(ormPool);
