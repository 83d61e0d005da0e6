'use client';

import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useMessages } from '../ui/i18n/provider.tsx';
import type { Messages } from '../ui/i18n/zh-cn.ts';
import { useAwake } from '../ui/use-awake.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts';
import classes from './sign-in.module.css';
import { type SignInAnswer, signIn } from './sign-in.ts';

type Problem = Exclude<SignInAnswer, { ok: true }> | { ok: false; problem: 'empty' };

/** `after`: the path to open once signed in. `demo`: whether the server runs a demo and may offer its accounts. */
export function SignInForm({ after, demo }: { after: string; demo: boolean }) {
  const m = useMessages().signIn;
  const awake = useAwake();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function go(username: string, password: string) {
    setBusy(username);
    setProblem(null);
    const answer = await signIn(username, password);
    if (answer.ok) {
      window.location.assign(after);
      return;
    }
    setBusy(null);
    setProblem(answer);
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('username') ?? '').trim();
    const password = String(form.get('password') ?? '');
    if (username === '' || password === '') setProblem({ ok: false, problem: 'empty' });
    else void go(username, password);
  }

  return (
    <>
      {/* Sent before the page's code is there, the browser sends it itself: what was typed must not stand in the address. */}
      <form method="post" onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          name="username"
          label={m.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          autoFocus
        />
        <PasswordInput
          name="password"
          label={m.password}
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': m.showPassword }}
        />
        {problem ? (
          <Alert color="red" variant="light" role="alert" p="xs">
            {problemWords(problem, m)}
          </Alert>
        ) : null}
        <Button
          type="submit"
          size="md"
          fullWidth
          disabled={!awake}
          className={classes.submit}
          loading={busy !== null}
          loaderProps={{ type: 'dots' }}
        >
          {m.submit}
        </Button>
      </form>
      {demo ? (
        <section className={classes.demo} aria-labelledby="demo-accounts" aria-busy={busy !== null}>
          <h2 id="demo-accounts">{m.demoTitle}</h2>
          <p>{m.demoBody}</p>
          <ul>
            {DEMO_ACCOUNTS.map((account) => (
              <li key={account.username}>
                <button
                  type="button"
                  disabled={!awake || busy !== null}
                  onClick={() => void go(account.username, DEMO_PASSWORD)}
                >
                  <strong>{account.username}</strong>
                  <span>{m.demo[account.seat]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function problemWords(problem: Problem, m: Messages['signIn']): string {
  switch (problem.problem) {
    case 'empty':
      return m.empty;
    case 'wrong':
      return m.wrong;
    case 'away':
      return m.away;
    case 'refused':
      return m.refused;
    case 'tooMany':
      return m.tooMany(problem.seconds);
  }
}
