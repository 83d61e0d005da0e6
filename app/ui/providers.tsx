'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { type ReactNode, startTransition, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import { ClockProvider } from './clock.tsx';
import type { Language } from './i18n/language.ts';
import { MessagesProvider } from './i18n/provider.tsx';
import { wordsIn } from './i18n/words.ts';
import { cookieSchemeManager, type Scheme } from './preferences.ts';
import { cssVariables, themeSaying } from './theme.ts';

/** What every page stands in: language, look, toasts. `nonce` is the page's, for the style tags that Mantine and its scroll lock write. */
export function Providers(props: {
  language: Language;
  scheme: Scheme;
  nonce: string | undefined;
  clock: { renderedAt: Instant; rate: number };
  children: ReactNode;
}) {
  const [manager] = useState(() => cookieSchemeManager(props.scheme));
  // The server speaks the language, too, but what is pressed in the meantime may come before its answer.
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? props.language;
  const words = use(wordsIn(language));
  // Words that cannot be had, because the line is lost, leave the page as it is instead of taking it away.
  const choose = useCallback(async (other: Language) => {
    await wordsIn(other);
    startTransition(() => setChosen(other));
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (props.nonce !== undefined) setNonce(props.nonce);
  }, [props.nonce]);
  const theme = useMemo(() => themeSaying(words.messages.common.close), [words]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={manager}
      defaultColorScheme={props.scheme}
      getStyleNonce={() => props.nonce ?? ''}
    >
      <MessagesProvider language={language} words={words} choose={choose}>
        {/* At the top: at the lower edge a toast would lie on the phone's next step and on the console's timeline. */}
        {/* a refusal is read whole: the kit would cut it at 200 px, heading first */}
        <Notifications
          position="top-center"
          limit={3}
          zIndex={1000}
          notificationMaxHeight="80dvh"
          transitionDuration={120}
        />
        <ClockProvider {...props.clock}>{props.children}</ClockProvider>
      </MessagesProvider>
    </MantineProvider>
  );
}
