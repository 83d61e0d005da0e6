import type { Metadata } from 'next';
import { hasSeat } from '../../ui/frame/seats.ts';
import { messagesIn } from '../../ui/i18n/messages.ts';
import { requestLanguage } from '../../ui/i18n/server-language.ts';
import { areasOf, commandsOf, leadHistoryOf, requireViewer } from '../../ui/session.ts';
import { EmptyState } from '../../ui/states.tsx';
import { AreasPage } from './areas-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).leads.title };
}

export default async function AreaSettingsPage() {
  const viewer = await requireViewer('/settings/areas');
  const m = messagesIn(await requestLanguage()).leads;
  if (!hasSeat(viewer.role, 'leads')) return <EmptyState title={m.noAccess} />;
  const [areas, history] = await Promise.all([areasOf(viewer), leadHistoryOf(viewer)]);
  return <AreasPage areas={areas.map(({ id }) => id)} may={commandsOf(viewer)} history={history} />;
}
