import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { seatsOf } from '../ui/frame/seats.ts';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { areasOf, requireViewer } from '../ui/session.ts';
import { BoardApp } from './board-app.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).board.title };
}

export default async function BoardPage() {
  const viewer = await requireViewer('/board');
  if (!seatsOf(viewer.role).some((seat) => seat.name === 'board')) redirect('/');
  const areas = await areasOf(viewer);
  return (
    <BoardApp
      person={{ name: viewer.name, role: viewer.role, personId: viewer.personId }}
      areas={areas.map(({ id }) => id)}
    />
  );
}
