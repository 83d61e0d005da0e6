import type { Metadata } from 'next';
import { seatsOf } from '../../ui/frame/seats.ts';
import { messagesIn } from '../../ui/i18n/messages.ts';
import { requestLanguage } from '../../ui/i18n/server-language.ts';
import { areasOf, requireViewer } from '../../ui/session.ts';
import { EmptyState } from '../../ui/states.tsx';
import { ImportPage } from './import-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).imports.title };
}

export default async function ImportsPage() {
  const viewer = await requireViewer('/settings/imports');
  const m = messagesIn(await requestLanguage()).imports;
  if (!seatsOf(viewer.role).some((seat) => seat.name === 'imports'))
    return <EmptyState title={m.noAccess} body={m.noAccessBody} />;
  return <ImportPage areas={await areasOf(viewer)} />;
}
