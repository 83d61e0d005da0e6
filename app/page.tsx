import { redirect } from 'next/navigation';
import { seatsOf } from './ui/frame/seats.ts';
import { requireViewer } from './ui/session.ts';

/** Sends everybody to their own seat. */
export default async function HomePage() {
  const viewer = await requireViewer('/');
  redirect(seatsOf(viewer.role)[0]?.href ?? '/board');
}
