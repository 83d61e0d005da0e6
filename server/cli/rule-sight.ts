import type { RuleId } from '#domain/base/rule-id.ts';
import { CHECKLIST } from '#domain/checklist/checklists.ts';
import { ALERTS } from '#domain/order/alerts.ts';
import type { Order } from '#domain/order/order.ts';
import { STANDARDS } from '#domain/standard/catalogue.ts';
import { audienceOf } from '#domain/timer/audience.ts';
import type { TimerName } from '#domain/timer/timer.ts';
import { TIMER_NAMES } from '#domain/timer/timer.ts';
import type { Source } from './rule-places.ts';

/** What people meet of rules whose finding is not written with a literal id, or that stand behind what they see. */
const BESIDE: Partial<Record<RuleId, readonly string[]>> = {
  'ARITH-01': ['times of the standard’s zone on every screen'],
  'ARITH-02': ['deadlines to the second, inclusive'],
  'ARITH-03': ['deadlines at 24:00'],
  'ARITH-05': ['literal and usable deadline side by side'],
  'ARITH-08': ['day and night in the limit of acceptance'],
  'ARITH-09': ['slots offered'],
  'ARITH-11': ['deadlines stay as the order’s standard has them'],
  'ARITH-12': ['deadlines counted from the event named'],
  'APPT-01': ['timer T_CONTACT_INSTALL → technician, area_lead'],
  'APPT-02': ['timer T_CONTACT_INSTALL → technician, area_lead'],
  'APPT-03': ['timer T_CONTACT_FAULT → technician, area_lead'],
  'APPT-04': ['timer T_CONTACT_FAULT → technician, area_lead'],
  'APPT-05': ['timer T_CONTACT_COMPLAINT → csr, supervisor'],
  'APPT-06': ['timer T_CONTACT_INSTALL → technician, area_lead'],
  'APPT-07': ['timer T_CONTACT_FAULT → technician, area_lead'],
  'APPT-14': ['promise kept or broken on board and ledger', 'figures KPI-02, KPI-17'],
  'APPT-17': ['message on the evening before and at departure'],
  'CHG-06': ['not counted; the record says why'],
  'CHG-10': ['change of the customer’s accepted, the clock stops'],
  'CALL-01': ['timer T_CALLBACK_INSTALL → callback_agent, cs_manager'],
  'CALL-02': ['timer T_CALLBACK_FAULT → callback_agent, cs_manager'],
  'CALL-03': ['timer T_CALLBACK_COMPLAINT → callback_agent, cs_manager'],
  'CALL-06': ['questions of the callback form'],
  'CALL-07': ['questions of the callback form'],
  'CALL-08': ['questions of the callback form'],
  'CALL-09': ['questions of the callback form'],
  'CALL-13': ['order closed as not reached after three attempts'],
  'DISP-09': ['dispatch without a name goes to the area lead'],
  'DISP-10': ['deadlines stay after a reassignment'],
  'ACPT-03': ['origin of the limit: inherited'],
  'INTK-05': ['preferred times of the customer on the order'],
  'INTK-10': ['forms that ask for no more'],
  'INTK-11': ['owner of the first ask on the order'],
  'DONE-07': ['timer T_INSTALL → supervisor'],
  'DONE-08': ['timer T_INSTALL, T_INSTALL_MAX → supervisor, branch_manager'],
  'DONE-11': ['refused until tests, watch and signature are there'],
  'SITE-17': ['refused while a card is unticked', 'warning when no card was ticked'],
  'SITE-18': ['refused while a card is unticked', 'warning when no card was ticked'],
  'SITE-21': ['refused while a card is unticked', 'warning when no card was ticked'],
  'SITE-22': ['refused while a card is unticked', 'warning when no card was ticked'],
  'SITE-24': ['figure KPI-02 from the times of six actions'],
  'DONE-04': ['refused while a card is unticked', 'warning when no card was ticked'],
  'BLOK-03': ['order waits for a new appointment; first contact runs anew'],
  'BLOK-06': ['follow-up on the order; phrase for what cannot be solved here'],
  'ATTR-02': ['phrase by the phase of the fault; no cause before it is recorded'],
  'ATTR-03': ['phrase with the guided check'],
  'ATTR-04': ['follow-up with a limit (T_FOLLOW_UP); the order does not close before'],
  'ATTR-05': ['phrase that is not said without the expected end'],
  'ATTR-06': ['follow-up with a limit (T_FOLLOW_UP); the order does not close before'],
  'OUTG-02': ['each order keeps its own deadlines'],
  'RECD-01': ['records that nobody can change; corrections are new events'],
  'RECD-02': ['list of what stands out beside the figures'],
  'RECD-04': ['closed only through reply and callback', 'list of callbacks, also where no limit runs'],
  'NOAN-05': ['call after two hours and in the evening'],
  'APPT-16': ['call on each of the next days'],
  'PRIV-01': ['masked names, phones and addresses; network data for technicians and NOC'],
  'PRIV-04': ['unknown fields refused; sign-in slowed after failures'],
  'PRIV-05': ['consent before sharing; positions on duty only, kept seven days'],
  'SEP-01': ['needs another person'],
  STATE: ['refused with the state and what would be needed'],
};

/** Roles that a timer's limit is told to, then those to whom it goes further. */
function toldAt(timer: TimerName): string {
  const order = { technicianId: 'somebody', changeRequest: { state: 'notifying' } } as unknown as Order;
  const told = [audienceOf(timer, 'due', order), audienceOf(timer, 'escalation', order)];
  return told.flatMap(({ roles }) => (roles.length > 0 ? [roles.join(', ')] : [])).join(' → ');
}

/** What people meet of each rule: read from the findings, timers, cards, parameters and figures that carry its id. */
export function sightsOf(files: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Map<string, Set<string>>();
  const add = (id: string, what: string) => seen.set(id, (seen.get(id) ?? new Set()).add(what));
  const text = files
    .filter(({ path }) => /^server\/(domain|services)\//.test(path))
    .map((file) => file.text)
    .join('\n');
  for (const [, id] of text.matchAll(/\bblocks\(\s*'([A-Z]+-\d\d)'/g)) add(id!, 'refused');
  for (const [, id, role] of text.matchAll(/\basks\(\s*'([A-Z]+-\d\d)',\s*'(\w+)'/g))
    add(id!, `needs approval by ${role}`);
  for (const [, id] of text.matchAll(/\bwarns\(\s*'([A-Z]+-\d\d)'/g)) add(id!, 'warning');
  for (const pattern of [
    /'(T_[A-Z0-9_]+)',\s*'([A-Z]+-\d\d)'/g,
    /name: '(T_[A-Z0-9_]+)',\s*rule: '([A-Z]+-\d\d)'/g,
  ])
    for (const [, timer, id] of text.matchAll(pattern)) {
      const name = TIMER_NAMES.find((one) => one === timer);
      const told = name ? toldAt(name) : '';
      add(id!, `timer ${timer}${told ? ` → ${told}` : ''}`);
    }
  for (const { rule, roles } of Object.values(ALERTS))
    add(rule, roles.length > 0 ? `told at once → ${roles.join(', ')}` : 'told at once → whoever is asked');
  for (const { rule, moment } of CHECKLIST) add(rule, `card (${moment.replaceAll('_', ' ')})`);
  for (const { parameters } of STANDARDS)
    for (const [name, entry] of Object.entries(parameters)) add(entry.rule, `parameter ${name}`);
  for (const [id, what] of Object.entries(BESIDE)) for (const one of what) add(id, one);
  for (const { path, text: one } of files)
    if (/^server\/domain\/scheduling\//.test(path))
      for (const [id] of one.matchAll(/\bSCHD-\d\d/g)) add(id, 'plan and its explanation');
  return new Map(
    [...seen].map(([id, what]) => [id, [...what].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))]),
  );
}

const ORDER = ['refused', 'needs', 'warning', 'timer', 'told', 'card'];

function rank(what: string): number {
  const place = ORDER.findIndex((one) => what.startsWith(one));
  return place < 0 ? ORDER.length : place;
}

/** What a rule without any of these is: a figure, or a fact that is kept. */
export function sightOf(id: string, sights: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = sights.get(id) ?? [];
  if (id.startsWith('KPI-')) return ['figure with exclusions and corrections', ...found];
  return found.length > 0 ? found : ['record'];
}
