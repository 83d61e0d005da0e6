import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { areas } from '#db/query/area.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { CommandType } from '#protocol/command.ts';
import { commandSchemas } from '#protocol/schema.ts';
import { mayCommand } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { sharedServices } from '#server/services/context.ts';

/** Who is signed in with this request, or null. For server components. */
export async function currentViewer(): Promise<Viewer | null> {
  return sharedServices().access.viewerFrom(new Headers(await headers()));
}

/** The signed-in person; whoever is not is sent to sign in and then back to `path`. */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return viewer;
}

/** Whether this server runs the demo city, whose accounts may be offered to anyone. */
export function isDemo(): boolean {
  return sharedServices().demo;
}

/** The server's clock, and how fast it runs. */
export function serverClock(): { renderedAt: Instant; rate: number } {
  const { now, clockRate } = sharedServices();
  return { renderedAt: now(), rate: clockRate };
}

/** The areas that this person may watch. */
export async function areasOf(viewer: Viewer): Promise<readonly Area[]> {
  return areas(sharedServices().database.sql, viewer.areaIds);
}

/** The commands that this person's role may send; what a screen offers. Whether one is right at a moment the server says. */
export function commandsOf(viewer: Viewer): readonly CommandType[] {
  return (Object.keys(commandSchemas) as CommandType[]).filter((type) => mayCommand(viewer, type));
}
