import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LanguageSwitch, SchemeSwitch } from '../ui/frame/app-frame.tsx';
import { Mark } from '../ui/frame/mark.tsx';
import { messagesIn } from '../ui/i18n/messages.ts';
import { requestLanguage } from '../ui/i18n/server-language.ts';
import { currentViewer, isDemo } from '../ui/session.ts';
import { RouteDrawing } from './route-drawing.tsx';
import classes from './sign-in.module.css';
import { pathAfter } from './sign-in.ts';
import { SignInForm } from './sign-in-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn(await requestLanguage()).signIn.title };
}

export default async function SignInPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next } = await props.searchParams;
  const after = pathAfter(typeof next === 'string' ? next : undefined);
  if (await currentViewer()) redirect(after);
  const m = messagesIn(await requestLanguage());
  return (
    <div className={classes.page}>
      <div className={classes.picture}>
        <Brand name={m.common.product} tagline={m.common.tagline} />
        <div className={classes.drawing}>
          <RouteDrawing />
        </div>
      </div>
      <div className={classes.side}>
        <div className={classes.switches}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
        <main className={classes.main}>
          <div className={classes.smallBrand}>
            <Brand name={m.common.product} tagline={m.common.tagline} />
          </div>
          <h1>{m.signIn.title}</h1>
          <SignInForm after={after} demo={isDemo()} />
        </main>
      </div>
    </div>
  );
}

function Brand({ name, tagline }: { name: string; tagline: string }) {
  return (
    <div className={classes.name}>
      <p className={classes.brand}>
        <Mark size={34} />
        {name}
      </p>
      <p className={classes.tagline}>{tagline}</p>
    </div>
  );
}
