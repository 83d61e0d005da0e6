import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { seatsOf } from '../ui/frame/seats.ts';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { areasOf, commandsOf, requireViewer } from '../ui/session.ts';
import { CallsApp } from './calls-app.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).calls.title };
}

export default async function CallsPage() {
  const viewer = await requireViewer('/calls');
  if (!seatsOf(viewer.role).some(({ name }) => name === 'calls')) redirect('/');
  return (
    <CallsApp
      person={{ personId: viewer.personId, name: viewer.name, role: viewer.role }}
      areas={(await areasOf(viewer)).map(({ id }) => id)}
      may={commandsOf(viewer)}
    />
  );
}
