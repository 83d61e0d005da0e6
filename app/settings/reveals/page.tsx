import type { Metadata } from 'next';
import { hasSeat } from '../../ui/frame/seats.ts';
import { messagesIn } from '../../ui/i18n/messages.ts';
import { requestLanguage } from '../../ui/i18n/server-language.ts';
import { requireViewer, techniciansOf } from '../../ui/session.ts';
import { EmptyState } from '../../ui/states.tsx';
import { RevealsPage } from './reveals-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).reveals.title };
}

export default async function RevealSettingsPage() {
  const viewer = await requireViewer('/settings/reveals');
  const m = messagesIn(await requestLanguage()).reveals;
  if (!hasSeat(viewer.role, 'reveals')) return <EmptyState title={m.noAccess} />;
  const technicians = await techniciansOf(viewer);
  return <RevealsPage technicians={technicians.map(({ id, name }) => ({ id, name }))} />;
}
