'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppFrame, type FramePerson } from '../ui/frame/app-frame.tsx';
import { seatsOf } from '../ui/frame/seats.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import classes from './settings.module.css';

/** The shell of all settings: the header, a list of pages at the side, one page. */
export function SettingsFrame({ person, children }: { person: FramePerson; children: ReactNode }) {
  const m = useMessages();
  const path = usePathname();
  const pages = seatsOf(person.role).filter(({ href }) => href.startsWith('/settings/'));
  return (
    <AppFrame person={person}>
      <div className={classes.shell}>
        <nav className={classes.side} aria-label={m.common.seats.settings}>
          <p>{m.common.seats.settings}</p>
          {pages.map((page) => (
            <Link
              key={page.href}
              href={page.href}
              aria-current={path.startsWith(page.href) ? 'page' : undefined}
            >
              {m.common.seats[page.name]}
            </Link>
          ))}
        </nav>
        <main className={classes.main}>{children}</main>
      </div>
    </AppFrame>
  );
}
