'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppFrame, type FramePerson } from '../ui/frame/app-frame.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import classes from './settings.module.css';

/** What settings there are; the words are in the catalogue. */
const PAGES = [{ href: '/settings/imports', name: 'imports' }] as const;

/** The shell of all settings: the header, a list of pages at the side, one page. */
export function SettingsFrame({ person, children }: { person: FramePerson; children: ReactNode }) {
  const m = useMessages();
  const path = usePathname();
  return (
    <AppFrame person={person}>
      <div className={classes.shell}>
        <nav className={classes.side} aria-label={m.common.seats.settings}>
          <p>{m.common.seats.settings}</p>
          {PAGES.map((page) => (
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
