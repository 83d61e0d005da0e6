import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasSeat } from '../ui/frame/seats.ts';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { areasOf, commandsOf, requireViewer } from '../ui/session.ts';
import { NetworkApp } from './network-app.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).network.title };
}

export default async function NetworkPage() {
  const viewer = await requireViewer('/network');
  if (!hasSeat(viewer.role, 'network')) redirect('/');
  return (
    <NetworkApp
      person={{ personId: viewer.personId, name: viewer.name, role: viewer.role }}
      areas={(await areasOf(viewer)).map(({ id }) => id)}
      may={commandsOf(viewer)}
    />
  );
}
