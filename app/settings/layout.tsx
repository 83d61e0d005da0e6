import type { ReactNode } from 'react';
import { requireViewer } from '../ui/session.ts';
import { SettingsFrame } from './settings-frame.tsx';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer('/settings/imports');
  return <SettingsFrame person={{ name: viewer.name, role: viewer.role }}>{children}</SettingsFrame>;
}
