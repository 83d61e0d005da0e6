import type { Metadata } from 'next';
import { mayPublish } from '#server/services/calendar/publish-year.ts';
import { hasSeat } from '../../ui/frame/seats.ts';
import { messagesIn } from '../../ui/i18n/messages.ts';
import { requestLanguage } from '../../ui/i18n/server-language.ts';
import { requireViewer } from '../../ui/session.ts';
import { EmptyState } from '../../ui/states.tsx';
import { CalendarPage } from './calendar-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).calendar.title };
}

export default async function CalendarSettingsPage() {
  const viewer = await requireViewer('/settings/calendar');
  const m = messagesIn(await requestLanguage()).calendar;
  if (!hasSeat(viewer.role, 'calendar')) return <EmptyState title={m.noAccess} />;
  return <CalendarPage mayPublish={mayPublish(viewer)} />;
}
