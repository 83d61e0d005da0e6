import { Button } from '@mantine/core';
import { messagesIn } from './ui/i18n/messages.ts';
import { requestLanguage } from './ui/i18n/server-language.ts';
import { ErrorState } from './ui/states.tsx';

export default async function NotFound() {
  const m = messagesIn(await requestLanguage()).common.failure;
  return (
    <main>
      <ErrorState
        page
        title={m.notFoundTitle}
        body={m.notFoundBody}
        action={
          <Button component="a" href="/">
            {m.home}
          </Button>
        }
      />
    </main>
  );
}
