/** What each demo account is shown as; the words are in the catalogue under the same key. */
export type DemoSeat = 'dispatcher' | 'supervisor' | 'desk' | 'callback' | 'technician' | 'admin';

export interface DemoAccount {
  username: string;
  seat: DemoSeat;
}

/** The accounts that the demo city is filled with. Offered only where the server says that it is a demo. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'dispatcher', seat: 'dispatcher' },
  { username: 'dispatcher2', seat: 'dispatcher' },
  { username: 'supervisor', seat: 'supervisor' },
  { username: 'desk', seat: 'desk' },
  { username: 'callback', seat: 'callback' },
  { username: 't001', seat: 'technician' },
  { username: 't002', seat: 'technician' },
  { username: 'admin', seat: 'admin' },
];
export const DEMO_PASSWORD = 'zhundian-demo';
