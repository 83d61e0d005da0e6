import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { areas } from '#db/query/area.ts';
import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CommandType } from '#protocol/command.ts';
import type { LeadDecided } from '#protocol/lead.ts';
import { commandSchemas } from '#protocol/schema.ts';
import { mayCommand } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { leadHistory } from '#server/services/area/lead-history.ts';
import { sharedServices } from '#server/services/context.ts';
import { listTechnicians } from '#server/services/technician/list.ts';

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

/** Who decided what about the leads of this person's areas, newest first. */
export async function leadHistoryOf(viewer: Viewer): Promise<readonly LeadDecided[]> {
  return leadHistory(sharedServices(), viewer);
}

/** The technicians of this person's areas; technicians see themselves alone. */
export async function techniciansOf(viewer: Viewer): Promise<readonly Technician[]> {
  return listTechnicians(sharedServices(), viewer);
}

/** The commands that this person's role may send; what a screen offers. Whether one is right at a moment the server says. */
export function commandsOf(viewer: Viewer): readonly CommandType[] {
  return (Object.keys(commandSchemas) as CommandType[]).filter((type) => mayCommand(viewer, type));
}
