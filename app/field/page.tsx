import type { Metadata } from 'next';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { requireViewer } from '../ui/session.ts';
import { EmptyState } from '../ui/states.tsx';
import { FieldApp } from './field-app.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).field.title };
}

export default async function FieldPage() {
  const viewer = await requireViewer('/field');
  const m = messagesIn(await requestLanguage());
  if (viewer.technicianId === undefined || viewer.areaIds === null)
    return <EmptyState title={m.field.wrongSeat} body={m.field.wrongSeatBody} />;
  return (
    <FieldApp
      person={{ name: viewer.name, role: viewer.role, personId: viewer.personId }}
      technicianId={viewer.technicianId}
      areas={viewer.areaIds}
    />
  );
}
