import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { areas } from '#db/query/area.ts';
import { sharedServices } from '#server/services/context.ts';
import { seatsOf } from '../ui/frame/seats.ts';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { commandsOf, requireViewer } from '../ui/session.ts';
import { DispatchConsole } from './console.tsx';

type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).dispatch.title };
}

export default async function DispatchPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const viewer = await requireViewer(`/dispatch${addressOf(search)}`);
  if (!seatsOf(viewer.role).some(({ name }) => name === 'dispatch')) redirect('/');
  const watched = await areas(sharedServices().database.sql, viewer.areaIds);
  return (
    <DispatchConsole
      viewer={{ personId: viewer.personId, name: viewer.name, role: viewer.role, may: commandsOf(viewer) }}
      areas={watched.map(({ id }) => id)}
      only={search.only === 'map' ? 'map' : null}
    />
  );
}

/** What follows the path, so that whoever must sign in first comes back to the view of the link. */
function addressOf(search: Search): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of [value ?? []].flat()) parts.append(name, one);
  return parts.size === 0 ? '' : `?${parts}`;
}
