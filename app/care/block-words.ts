import type { Messages } from '../ui/i18n/zh-cn.ts';

/** Why work was blocked, in words: the reasons that the report knows by name, any other as it was written (BLOK-01). */
export function blockReasonWords(reason: string, m: Messages): string {
  const known: Readonly<Record<string, string>> = m.field.blockedDoor.reasons;
  return known[reason] ?? reason;
}

/** Who coordinates a block, in words. */
export function departmentWords(department: string, m: Messages): string {
  const known: Readonly<Record<string, string>> = m.field.blockedDoor.departments;
  return known[department] ?? department;
}
