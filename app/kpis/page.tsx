import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasSeat } from '../ui/frame/seats.ts';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { areasOf, requireViewer, techniciansOf } from '../ui/session.ts';
import { FiguresApp } from './figures-app.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).figures.title };
}

export default async function KpisPage() {
  const viewer = await requireViewer('/kpis');
  if (!hasSeat(viewer.role, 'figures')) redirect('/');
  const [areas, technicians] = await Promise.all([areasOf(viewer), techniciansOf(viewer)]);
  return (
    <FiguresApp
      person={{
        name: viewer.name,
        role: viewer.role,
        technicianId: viewer.technicianId,
        personId: viewer.personId,
      }}
      watch={areas.map(({ id }) => id)}
      // a technician's figures are the own ones, never an area's
      areas={viewer.role === 'technician' ? [] : areas.map(({ id, name }) => ({ id, name }))}
      technicians={technicians.map(({ id, name, number }) => ({ id, name: `${name} ${number}` }))}
    />
  );
}
