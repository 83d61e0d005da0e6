import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TIMER_NAMES } from '#domain/timer/timer.ts';

const domain = join(import.meta.dirname, '../../../server/domain');
/** Everything that arms a timer; the list of names itself, and who is told, arm nothing. */
const ARMING = [
  ...readdirSync(join(domain, 'timer'))
    .filter((file) => file.endsWith('-timers.ts'))
    .map((file) => join(domain, 'timer', file)),
  join(domain, 'cutover/judge-cutover.ts'),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** The timers of the standard's table (service-standard §23), T_CALLBACK_x written out (§0.4 4). */
const TABLE = [
  'T_REVIEW',
  'T_DISPATCH_FAULT',
  'T_DISPATCH_COMPLAINT',
  'T_EXPERT',
  'T_FIRSTASK',
  'T_ACCEPT',
  'T_CONTACT_INSTALL',
  'T_CONTACT_FAULT',
  'T_CONTACT_COMPLAINT',
  'T_DEPT_CONTACT',
  'T_INSTALL',
  'T_INSTALL_DAY5',
  'T_FAULT',
  'T_FAULT_4H',
  'T_PROGRESS',
  'T_REPLY',
  'T_FLOW',
  'T_COMPLAINT_MAX',
  'T_URGE',
  'T_NOTICE_CLOSE',
  'T_LATE_NOTICE',
  'T_ARRIVE',
  'T_NOANSWER',
  'T_ONSITE',
  'T_OBSERVE',
  'T_COORD',
  'T_CALLBACK_INSTALL',
  'T_CALLBACK_FAULT',
  'T_CALLBACK_COMPLAINT',
  'T_CALLBACK_CHURN',
  'T_DAMAGE',
  'T_CUTOVER',
];

describe('the timer registry', () => {
  it.each(TABLE)('knows %s and arms it', (name) => {
    expect(TIMER_NAMES).toContain(name);
    expect(ARMING).toContain(`'${name}'`);
  });
});
