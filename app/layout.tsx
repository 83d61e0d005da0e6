import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './ui/tokens.css';
import './ui/global.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { languageOf } from './ui/i18n/language.ts';
import { messagesIn } from './ui/i18n/messages.ts';
import { requestLanguage } from './ui/i18n/server-language.ts';
import { LANGUAGE_COOKIE, SCHEME_COOKIE, schemeOf } from './ui/preferences.ts';
import { Providers } from './ui/providers.tsx';
import { serverClock } from './ui/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const m = messagesIn(await requestLanguage());
  return {
    title: { default: m.common.product, template: `%s · ${m.common.product}` },
    description: m.common.tagline,
    applicationName: m.common.product,
    manifest: '/manifest.webmanifest',
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f7f5' },
    { media: '(prefers-color-scheme: dark)', color: '#14171b' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const language = languageOf(jar.get(LANGUAGE_COOKIE)?.value);
  const scheme = schemeOf(jar.get(SCHEME_COOKIE)?.value);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={language} data-mantine-color-scheme={scheme}>
      <body>
        <Providers language={language} scheme={scheme} nonce={nonce} clock={serverClock()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
