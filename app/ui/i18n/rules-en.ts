import type { RuleId } from '#domain/base/rule-id.ts';
import { numberFact, type RuleText, say } from './rule-text.ts';

export const RULES_EN = {
  STATE: {
    title: 'Not possible in this state',
    advice: say('Do the steps before it first, or look again at the newest state.'),
  },
  LOCK: {
    title: 'Locked in its place',
    advice: say('Unlock it first (select it and press L), or choose a place that leaves it where it is.'),
  },
  'SEP-01': {
    title: 'Nobody approves their own request',
    advice: say('Another colleague with the right must approve.'),
  },

  'ARITH-01': { title: 'All times are Beijing time', advice: say('Give the time in Beijing time.') },
  'ARITH-02': {
    title: 'Hour limits run on without a stop',
    advice: say('Nights count too; be done before the limit.'),
  },
  'ARITH-03': {
    title: 'Day limits leave out the first day and end at 24:00',
    advice: say('Be done before 24:00 of the last day.'),
  },
  'ARITH-04': {
    title: 'Working days follow the State Council calendar',
    advice: say('Check the work calendar.'),
  },
  'ARITH-05': {
    title: 'Literal and usable deadline',
    advice: say('Be done before the usable deadline.'),
  },
  'ARITH-06': {
    title: 'The server’s clock counts',
    advice: say(
      'The phone’s clock is too far off. Set it to automatic and retry, or let a supervisor confirm.',
    ),
  },
  'ARITH-07': {
    title: 'Only customer causes stop the clock',
    advice: say('Parts, ports, weather and third parties do not stop it; choose another reason.'),
  },
  'ARITH-08': { title: 'Day and night', advice: say('Day is 08:00–20:00.') },
  'ARITH-09': {
    title: '20:00 is no legal start',
    advice: say('Choose a start from 08:00 that ends by 20:00.'),
  },
  'ARITH-10': {
    title: 'Calls from 08:00 to 20:30',
    advice: say('Call the customer within contact hours.'),
  },
  'ARITH-11': {
    title: 'The standard of the day of intake applies',
    advice: say('A newer standard does not move running limits.'),
  },
  'ARITH-12': { title: 'When the clock starts', advice: say('It starts at dispatch, not at acceptance.') },

  'APPT-01': { title: 'Install: begin to appoint within 2 h', advice: say('Call the customer now.') },
  'APPT-02': {
    title: 'Appoint within 1 h of dispatch',
    advice: say('Call the customer now and agree a time.'),
  },
  'APPT-03': {
    title: 'Fault: appoint within 1 h of acceptance',
    advice: say('Call the customer now and agree a time.'),
  },
  'APPT-04': { title: 'Fault: ask the customer within 30 min', advice: say('Call the customer now.') },
  'APPT-05': { title: 'Complaint: contact within 30 min', advice: say('Call the customer now.') },
  'APPT-06': {
    title: 'Call to appoint within a day of intake',
    advice: say('Call the customer before 20:30 tomorrow.'),
  },
  'APPT-07': { title: 'Call promptly after accepting', advice: say('Call the customer now.') },
  'APPT-08': {
    title: 'The customer’s own time comes first',
    advice: say('This is not the first wish: give a reason, or promise what the customer asked for.'),
  },
  'APPT-09': {
    title: 'A promise needs a call, an exact time and a read-back',
    advice: say('Reach the customer, check the order, agree hour and minute, and read them back.'),
  },
  'APPT-10': {
    title: 'Visits only between 08:00 and 20:00',
    advice: say('Choose another time within 08:00–20:00 that also ends by 20:00.'),
  },
  'APPT-11': {
    title: 'Only a wish for later stops the clock',
    advice: say('A time within the limit must have been offered first.'),
  },
  'APPT-12': {
    title: 'Have the details before dialling',
    advice: say('The order has no phone number; complete it first.'),
  },
  'APPT-13': { title: 'Prepare during the call', advice: say('Ask what is there before going.') },
  'APPT-14': { title: 'Keep the promise', advice: say('Arrive at the promised time.') },
  'APPT-15': {
    title: 'Confirm who speaks; the customer hangs up first',
    advice: say('Make sure that it is the customer.'),
  },
  'APPT-16': {
    title: 'Customer cannot be reached',
    advice: say('Three tries 60 min apart, in two parts of the day and by two channels, before a hold.'),
  },
  'APPT-17': { title: 'Reminder on the day', advice: say('Tell the customer when you depart.') },

  'CHG-01': {
    title: 'Two hours’ notice of a change',
    advice: (facts) => {
      const lead = numberFact(facts, 'noticeLeadMin');
      return lead === null
        ? 'Keep the promise, or ask a supervisor. Only a call that connects is notice.'
        : `Only ${Math.floor(lead)} min of notice. Keep the promise, send someone else on time, or ask a supervisor.`;
    },
  },
  'CHG-02': {
    title: 'Explain, apologise, get agreement',
    advice: say('Reach the customer first; send the change once the new time is agreed.'),
  },
  'CHG-03': {
    title: 'At most two changes that are not the customer’s',
    advice: (facts) => {
      const count = numberFact(facts, 'companyChangeCount') ?? numberFact(facts, 'count');
      if (count === 1) return 'This is the last one without a supervisor.';
      return 'None left. Keep the promise, or ask a supervisor with a reason.';
    },
  },
  'CHG-04': {
    title: 'Cause of the change',
    advice: say(
      'Only the customer’s own wish, absence, unready site or wrong details are the customer’s cause.',
    ),
  },
  'CHG-05': {
    title: 'Lateness is not a change',
    advice: say(
      'Lateness: only within the last two hours, the same day, at most 60 min. Otherwise change the promise.',
    ),
  },
  'CHG-06': { title: 'This is not a change', advice: say('Note it; nothing is counted.') },
  'CHG-07': {
    title: 'Promised visits stay where they are',
    advice: say('Inside two hours another technician must first accept.'),
  },
  'CHG-08': {
    title: 'Not told, so the old promise stands',
    advice: say('Keep calling, or send someone else at the old time.'),
  },
  'CHG-09': {
    title: 'The new time is past the order’s limit',
    advice: say('Choose a time within the limit, or give a reason; the supervisor will see it.'),
  },
  'CHG-10': {
    title: 'Change asked by the customer',
    advice: say('Always allowed before entry, not counted.'),
  },
  'CHG-11': {
    title: 'The promise was changed just now',
    advice: say('Look at the newest promise first; one open request per order.'),
  },

  'DISP-01': { title: 'Dispatch faults within 10 min', advice: say('Dispatch now.') },
  'DISP-02': { title: 'Dispatch complaints 10 min after review', advice: say('Dispatch now.') },
  'DISP-03': { title: 'Expert seat: 2 h', advice: say('Dispatch what is not solved.') },
  'DISP-04': {
    title: 'Details differ: correct and dispatch again',
    advice: say('Correct them, then dispatch again.'),
  },
  'DISP-05': { title: 'Forward in time', advice: say('Forward it now.') },
  'DISP-06': { title: 'Install dispatch limit', advice: say('Dispatch now.') },
  'DISP-07': {
    title: 'Only certified people with the skill',
    advice: say('Choose a technician who has this skill and a valid certificate.'),
  },
  'DISP-08': {
    title: 'Clashes with a promised visit',
    advice: say('This technician is booked then. Choose another time or person.'),
  },
  'DISP-09': { title: 'Dispatch inside the area', advice: say('Choose a technician of this area.') },
  'DISP-10': {
    title: 'Reassigning restarts no clock',
    advice: say('Limits run from the first dispatch; be quick.'),
  },

  'ACPT-01': {
    title: 'Accept within 15 min, at night by 08:30',
    advice: say('Accept now, or return it with a reason.'),
  },
  'ACPT-02': {
    title: 'A return needs a reason',
    advice: say('Choose: wrong area, skill missing, absent, or duplicate.'),
  },
  'ACPT-03': { title: 'Acceptance limit', advice: say('Accept now.') },

  'VRFY-01': {
    title: 'Check the customer’s details before going',
    advice: say('Check name, address and service; send back what does not match.'),
  },
  'VRFY-02': { title: 'Check tools and spares', advice: say('Tick the kit.') },
  'VRFY-03': { title: 'Uniform, badge, no alcohol', advice: say('Confirm uniform and badge.') },
  'VRFY-04': { title: 'Access and resources ready', advice: say('Solve it first or re-appoint in time.') },

  'TRAV-01': { title: 'Be there five minutes early', advice: say('Leave earlier.') },
  'TRAV-02': {
    title: 'Arrive at the address, or say why not',
    advice: say('You are far from the address. Tap when there, or give a reason.'),
  },
  'TRAV-03': {
    title: 'Tell lateness 15 min before',
    advice: say('Call now: explain, apologise, and say when you will come.'),
  },
  'TRAV-04': { title: 'Reserve time', advice: say('Leave room for the trip.') },
  'TRAV-05': { title: 'Obey the gate', advice: say('Show your papers.') },
  'TRAV-06': { title: 'Three knocks, two rings', advice: say('Knock with pauses.') },
  'TRAV-07': { title: 'Identify yourself, ask before entering', advice: say('Show the badge and ask.') },
  'TRAV-08': { title: 'Nobody home: do not enter', advice: say('Treat it as no answer.') },
  'TRAV-09': { title: 'Shoe covers', advice: say('Put on shoe covers.') },

  'NOAN-01': {
    title: 'No answer: ten minutes and a visit note',
    advice: say(
      'Wait ten minutes from the knock or the promised time, whichever is later, call twice, leave the note.',
    ),
  },
  'NOAN-02': { title: 'The note must be complete', advice: say('Fill in times, phone and contact.') },
  'NOAN-03': { title: 'The note must be complete', advice: say('Fill in address, name, times and phone.') },
  'NOAN-04': { title: 'A photo if possible', advice: say('Take a photo of the note.') },
  'NOAN-05': { title: 'What follows no answer', advice: say('Try again in two hours and in the evening.') },

  'SITE-01': {
    title: 'One visit does it all',
    advice: say('Finish in one visit; a split needs a supervisor and a reason.'),
  },
  'SITE-02': {
    title: 'Live within 2 h of arrival',
    advice: say('Ask for help early; give a reason when over.'),
  },
  'SITE-07': { title: 'Agree place and route first', advice: say('Agree with the customer before work.') },
  'SITE-08': {
    title: 'The “three ones” test',
    advice: say('Open a page, download a program, send a mail; then let the customer sign.'),
  },
  'SITE-09': {
    title: 'Speed as subscribed',
    advice: say('Test again by cable; if still low give a reason and a follow-up.'),
  },
  'SITE-10': {
    title: 'Watch five minutes after a repair',
    advice: say('Stay for five minutes; a new failure starts them again.'),
  },
  'SITE-11': {
    title: 'Open before remove',
    advice: say('The new address must be live first; exceptions need a supervisor.'),
  },
  'SITE-12': { title: 'Never damage others’ cables', advice: say('Report it as blocked.') },
  'SITE-13': {
    title: 'Do not affect others in service',
    advice: say('Maintenance management must approve.'),
  },
  'SITE-14': { title: 'Risky work needs consent', advice: say('Explain the risk and ask first.') },
  'SITE-17': { title: 'Teach and hand over', advice: say('Go through the points with the customer.') },
  'SITE-18': { title: 'Clean up', advice: say('Clear the scraps.') },
  'SITE-19': { title: 'Fees need an invoice', advice: say('Enter the invoice number.') },
  'SITE-20': { title: 'Promise nothing on the spot', advice: say('Note the question; we will answer.') },
  'SITE-21': { title: 'Workmanship', advice: say('Add the photos.') },
  'SITE-22': { title: 'The customer tries it', advice: say('Let the customer try it.') },
  'SITE-23': { title: 'Satisfied before closing', advice: say('Go on until the customer is satisfied.') },
  'SITE-26': { title: 'Give way for safety', advice: say('Stay safe; call the police if needed.') },
  'SITE-27': { title: 'Scope of work', advice: say('Beyond scope: report it as blocked.') },

  'BLOK-01': {
    title: 'Blocked needs a reason and a department',
    advice: say('Choose the reason and who must coordinate.'),
  },
  'BLOK-02': { title: 'Leave with the customer’s consent', advice: say('Explain and ask.') },
  'BLOK-03': { title: 'Re-appoint when ready', advice: say('Call the customer for a new time.') },
  'BLOK-04': { title: 'Say when you will be back', advice: say('Enter the day of return.') },
  'BLOK-05': {
    title: 'Not installable for outside reasons',
    advice: say('A supervisor must approve; explain.'),
  },
  'BLOK-06': { title: 'Cannot be solved here', advice: say('Note it and tell the customer what follows.') },
  'BLOK-07': { title: 'Will not be done in time: say so', advice: say('Give reason and new time; call.') },

  'DONE-01': { title: 'Confirmation sheet', advice: say('Fill it in with the customer.') },
  'DONE-02': {
    title: 'The customer rates in person',
    advice: say('Hand over the phone; the customer fills this in.'),
  },
  'DONE-03': {
    title: 'Signature before leaving',
    advice: say('Ask for the signature; a refusal needs a reason.'),
  },
  'DONE-04': { title: 'Leave a service card', advice: say('Leave the card.') },
  'DONE-05': { title: 'Reply within 20 h of dispatch', advice: say('Reply soon.') },
  'DONE-06': { title: '24 h for the whole flow', advice: say('Handle it soon.') },
  'DONE-07': { title: 'Install live within 24 h', advice: say('Plan it early.') },
  'DONE-08': { title: 'Install in 3 working days, at most 7', advice: say('Plan it early.') },
  'DONE-09': { title: 'Fault restored within 24 h', advice: say('Plan it early.') },
  'DONE-10': { title: 'File the record accurately', advice: say('Complete the resource fields.') },
  'DONE-11': {
    title: 'What completion needs',
    advice: say('Tests, clean-up and signature come first.'),
  },

  'ATTR-01': {
    title: 'Every fault has a cause',
    advice: say('Choose central office, third party or customer side.'),
  },
  'ATTR-07': { title: 'Repeated faults escalate', advice: say('A supervisor steps in.') },
  'ATTR-08': {
    title: 'Exclusion needs evidence and approval',
    advice: say('Add evidence; ask for approval.'),
  },

  'WIN-01': {
    title: 'Visits from 08:00 to 20:00',
    advice: say('After 20:00 go on only with the customer’s consent and a reason; else agree another time.'),
  },
  'WIN-02': {
    title: 'Evening exceptions',
    advice: say('Only VIP, emergency lines and outages, with a supervisor and the customer’s consent.'),
  },
  'WIN-03': { title: 'Callback hours', advice: say('Call within callback hours.') },
  'WIN-04': { title: 'Night orders: accept by 08:30', advice: say('Accept before 08:30.') },
  'WIN-05': { title: 'Contact hours', advice: say('Call within 08:00–20:30.') },

  'SKIL-01': { title: 'Skill does not fit the access type', advice: say('Choose someone with the skill.') },
  'TYPE-01': { title: 'Order type', advice: say('Choose one of the types.') },
  'CUST-01': { title: 'Customer class', advice: say('Choose one of the classes.') },
  'REGN-01': { title: 'Region class', advice: say('Choose urban, township or village.') },
  'INTK-01': { title: 'The order must be complete', advice: say('Fill in what is missing.') },
  'INTK-02': {
    title: 'Check the order with the customer',
    advice: say('Check it during the call and tick it.'),
  },
  'INTK-08': { title: 'Complaints are reviewed first', advice: say('The duty supervisor reviews it.') },
  'INTK-09': { title: 'Removal passes retention first', advice: say('Enter reason and level.') },
  'RESP-02': {
    title: 'One first responsible person per area',
    advice: ({ missing }) => {
      if (missing === 'successor') return 'Name who takes over, a colleague of the same area.';
      return missing === 'deputy' ? 'Name a deputy first.' : 'Name one first.';
    },
  },
  'SCHD-01': { title: 'Timeliness first', advice: say('Keep the promised time.') },
  'SCHD-10': {
    title: 'Planning never moves a promise',
    advice: (facts) =>
      'otherOrderId' in facts
        ? 'It would make another promise of that day late: leave it out, or plan again.'
        : 'Open the change dialog, give the cause, call the customer.',
  },
  'PRIV-01': {
    title: 'Customer data is confidential',
    advice: say('Only who serves the order sees the number.'),
  },
  'PRIV-05': {
    title: 'Sharing a position needs consent, on duty only',
    advice: say('Read and accept the notice on sharing, then go on duty.'),
  },
  'RECD-01': { title: 'Records are never changed', advice: say('Add a new record.') },
  'PROG-01': { title: 'Progress every 12 h', advice: say('Tell the customer how it goes.') },
  'CUTV-01': {
    title: 'Cutovers 72 h ahead',
    advice: (facts) =>
      'cutover' in facts
        ? 'A cutover lies in this time and a visit needs the network: choose another.'
        : 'orders' in facts
          ? 'Visits are promised into it: change them at least 2 h ahead, as our own cause.'
          : 'Move the cutover; in an emergency give the reason and let the supervisor approve.',
  },
} satisfies Partial<Record<RuleId, RuleText>>;
