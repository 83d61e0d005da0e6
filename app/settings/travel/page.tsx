import type { Metadata } from 'next';
import { hasSeat } from '../../ui/frame/seats.ts';
import { messagesIn } from '../../ui/i18n/messages.ts';
import { requestLanguage } from '../../ui/i18n/server-language.ts';
import { requireViewer } from '../../ui/session.ts';
import { EmptyState } from '../../ui/states.tsx';
import { TravelPage } from './travel-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).travel.title };
}

export default async function TravelSettingsPage() {
  const viewer = await requireViewer('/settings/travel');
  const m = messagesIn(await requestLanguage()).travel;
  return hasSeat(viewer.role, 'travel') ? <TravelPage /> : <EmptyState title={m.noAccess} />;
}
