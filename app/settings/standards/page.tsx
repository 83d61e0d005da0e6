import type { Metadata } from 'next';
import Link from 'next/link';
import { parametersOf, resolveStandard, STANDARD_IDS, standardLayer } from '#domain/standard/catalogue.ts';
import { hasSeat } from '../../ui/frame/seats.ts';
import { messagesIn } from '../../ui/i18n/messages.ts';
import { requestLanguage } from '../../ui/i18n/server-language.ts';
import { wordsIn } from '../../ui/i18n/words.ts';
import { requireViewer } from '../../ui/session.ts';
import { EmptyState } from '../../ui/states.tsx';
import { countOrigins, StandardTable } from './standard-table.tsx';
import classes from './standards.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).standards.title };
}

/** What every standard says, with its origin; an unknown name in the address shows the first. */
export default async function StandardsPage(props: { searchParams: Promise<{ standard?: string }> }) {
  const viewer = await requireViewer('/settings/standards');
  const { messages: m, rules } = await wordsIn(await requestLanguage());
  if (!hasSeat(viewer.role, 'standards')) return <EmptyState title={m.standards.noAccess} />;
  const { standard: asked } = await props.searchParams;
  const id = STANDARD_IDS.find((one) => one === asked) ?? STANDARD_IDS[0]!;
  const standard = resolveStandard(id);
  const names = parametersOf(id);
  return (
    <div className={classes.page}>
      <div>
        <h1>{m.standards.title}</h1>
        <p className={classes.hint}>{m.standards.hint}</p>
      </div>
      <nav className={classes.standards} aria-label={m.standards.choose}>
        {STANDARD_IDS.map((one) => (
          <Link key={one} href={`?standard=${one}`} aria-current={one === id ? 'page' : undefined}>
            {standardLayer(one).title}
            <small>{one}</small>
          </Link>
        ))}
      </nav>
      <p className={classes.hint}>
        {m.standards.version(standard.version)} · {m.standards.counts(countOrigins(standard, names))}
      </p>
      <StandardTable standard={standard} names={names} m={m} rules={rules} />
    </div>
  );
}
