'use client';

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Role } from '#domain/base/role.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { useChooseLanguage, useLanguage, useMessages } from '../i18n/provider.tsx';
import { wordsIn } from '../i18n/words.ts';
import { rememberLanguage } from '../preferences.ts';
import classes from './app-frame.module.css';
import { DownIcon, HelpIcon, MoonIcon, PersonIcon, SunIcon } from './icons.tsx';
import { Mark } from './mark.tsx';
import { SEATS_SHOWN, type Seat, seatsOf } from './seats.ts';

/** Who is shown in the header. */
export interface FramePerson {
  name: string;
  role: Role;
}

/**
 * The header of every signed-in page. `tools` is the seat's own (date, search, plan); `status` says live or not;
 * `onHelp` opens the seat's help, also bound to `?` by the seat.
 */
export function AppFrame(props: {
  person: FramePerson;
  tools?: ReactNode;
  status?: ReactNode;
  onHelp?: () => void;
  children: ReactNode;
}) {
  const m = useMessages().common;
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {m.skipToContent}
      </a>
      <header className={classes.header}>
        <Link href="/" className={classes.brand} aria-label={m.product}>
          <Mark />
          <span className={classes.name}>{m.product}</span>
        </Link>
        <Seats role={props.person.role} />
        <div className={classes.tools}>{props.tools}</div>
        <div className={classes.status}>
          {props.status}
          <Tooltip label={m.zoneHint}>
            <span className={classes.zone}>{m.zone}</span>
          </Tooltip>
        </div>
        {props.onHelp ? (
          <Tooltip label={m.helpKey}>
            <ActionIcon size={32} aria-label={m.help} onClick={props.onHelp}>
              <HelpIcon />
            </ActionIcon>
          </Tooltip>
        ) : null}
        <LanguageSwitch />
        <SchemeSwitch />
        <PersonMenu person={props.person} />
      </header>
      <div id="content" className={classes.content}>
        {props.children}
      </div>
    </div>
  );
}

/** The ways to the other seats; those that the header has no room for are under one button, which names the one that is open. */
function Seats({ role }: { role: Role }) {
  const m = useMessages().common;
  const path = usePathname();
  const isHere = (seat: Seat) => path.startsWith(seat.href);
  const seats = seatsOf(role);
  // one that would be alone under the button stands beside the others
  const shown = seats.length === SEATS_SHOWN + 1 ? seats.length : SEATS_SHOWN;
  const further = seats.slice(shown);
  const here = further.find(isHere);
  return (
    <nav className={classes.nav} aria-label={m.seats.nav}>
      {seats.slice(0, shown).map((seat) => (
        <Link
          key={seat.href}
          href={seat.href}
          className={classes.seat}
          aria-current={isHere(seat) ? 'page' : undefined}
        >
          {m.seats[seat.name]}
        </Link>
      ))}
      {further.length > 0 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={classes.seat} aria-current={here ? 'page' : undefined}>
              {here ? m.seats[here.name] : m.more}
              <DownIcon />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {further.map((seat) => (
              <Menu.Item
                key={seat.href}
                component={Link}
                href={seat.href}
                aria-current={isHere(seat) ? 'page' : undefined}
              >
                {m.seats[seat.name]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </nav>
  );
}

/** One press to the other language; the server renders the page again in it. */
export function LanguageSwitch() {
  const m = useMessages().common;
  const language = useLanguage();
  const choose = useChooseLanguage();
  const router = useRouter();
  const other = LANGUAGES.find((candidate) => candidate !== language) ?? 'zh-CN';
  const short = other === 'en' ? 'EN' : '中';
  // Under way before the press, so that the press finds them there; a failure shows itself at the press.
  const fetchWords = () => void wordsIn(other).catch(() => undefined);
  return (
    <button
      type="button"
      className={classes.language}
      lang={other}
      aria-label={`${short} ${m.languageName[other]}`}
      onPointerEnter={fetchWords}
      onFocus={fetchWords}
      onClick={() => {
        rememberLanguage(other);
        // Without the words the server's page, which is asked for again, brings them once there is a line.
        choose(other).catch(() => undefined);
        router.refresh();
      }}
    >
      {short}
    </button>
  );
}

/** Light to dark and back. */
export function SchemeSwitch() {
  const m = useMessages().common;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  const label = dark ? m.scheme.toLight : m.scheme.toDark;
  return (
    <Tooltip label={label}>
      <ActionIcon size={32} aria-label={label} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
        {dark ? <SunIcon /> : <MoonIcon />}
      </ActionIcon>
    </Tooltip>
  );
}

/** Who is signed in, and the way out. */
export function PersonMenu({ person }: { person: FramePerson }) {
  const m = useMessages().common;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.person} aria-label={m.account(person.name)}>
          <PersonIcon />
          <span className={classes.personName}>{person.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{m.roles[person.role]}</Menu.Label>
        {person.role === 'technician' ? (
          <Menu.Item component={Link} href="/kpis">
            {m.ownFigures}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => void signOut()}>{m.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Ends the session and leaves for the sign-in page; a server that is away leaves the person where they are. */
async function signOut(): Promise<void> {
  const answer = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (answer.ok) window.location.assign('/sign-in');
}
