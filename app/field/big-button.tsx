'use client';

import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './field.module.css';

/** The one thing to do now, at the lower edge under the thumb. */
export function BigButton(props: ButtonProps & { onClick: () => void; children: ReactNode }) {
  const { children, ...rest } = props;
  return (
    <div className={classes.actionBar}>
      <Button size="xl" fullWidth {...rest}>
        {children}
      </Button>
    </div>
  );
}
