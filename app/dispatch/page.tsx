import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { areas } from '#db/query/area.ts';
import { sharedServices } from '#server/services/context.ts';
import { seatsOf } from '../ui/frame/seats.ts';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { commandsOf, requireViewer } from '../ui/session.ts';
import { DispatchConsole } from './console.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).dispatch.title };
}

export default async function DispatchPage({ searchParams }: { searchParams: Promise<{ only?: string }> }) {
  const viewer = await requireViewer('/dispatch');
  if (!seatsOf(viewer.role).some(({ name }) => name === 'dispatch')) redirect('/');
  const watched = await areas(sharedServices().database.sql, viewer.areaIds);
  const { only } = await searchParams;
  return (
    <DispatchConsole
      viewer={{ personId: viewer.personId, name: viewer.name, role: viewer.role, may: commandsOf(viewer) }}
      areas={watched.map(({ id }) => id)}
      only={only === 'map' ? 'map' : null}
    />
  );
}
