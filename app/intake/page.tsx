import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasSeat } from '../ui/frame/seats.ts';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { areasOf, requireViewer } from '../ui/session.ts';
import { IntakeApp } from './intake-app.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).intake.title };
}

export default async function IntakePage() {
  const viewer = await requireViewer('/intake');
  if (!hasSeat(viewer.role, 'intake')) redirect('/');
  return (
    <IntakeApp
      person={{ personId: viewer.personId, name: viewer.name, role: viewer.role }}
      areas={(await areasOf(viewer)).map(({ id }) => id)}
    />
  );
}
