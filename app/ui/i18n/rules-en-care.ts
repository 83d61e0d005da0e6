import type { RuleId } from '#domain/base/rule-id.ts';
import { type RuleText, say } from './rule-text.ts';

/** The words of care for customers: callbacks, questions, complaints, progress, outages, by id. */
export const RULES_EN_CARE = {
  'CALL-01': {
    title: 'Call back installs within 24 h, at most 3 days',
    advice: say('Call the customer in the callback hours.'),
  },
  'CALL-02': {
    title: 'Call back repairs within 24 h of the reply, at most 2 days',
    advice: say('Call the customer in the callback hours.'),
  },
  'CALL-03': {
    title: 'Call back complaints within 48 h of the reply',
    advice: say('Call the customer in the callback hours.'),
  },
  'CALL-04': {
    title: 'Call back churned customers at once',
    advice: say('Ask while the removal is being done.'),
  },
  'CALL-05': {
    title: 'Callback hours 8:30–12:00 and 14:30–20:30',
    advice: say('Dial inside the callback hours.'),
  },
  'CALL-06': { title: 'Questions after an install', advice: say('Ask what the form lists.') },
  'CALL-07': { title: 'Questions after a repair', advice: say('Ask what the form lists.') },
  'CALL-08': { title: 'Questions after a complaint', advice: say('Ask what the form lists.') },
  'CALL-09': { title: 'Questions to a churned customer', advice: say('Ask what the form lists.') },
  'CALL-10': {
    title: 'A false receipt goes straight back',
    advice: say('The reply is void; the order is dispatched again on its old clocks.'),
  },
  'CALL-11': {
    title: 'Score 1–10; below 8 the reason is asked',
    advice: say('Record a whole number from 1 to 10 and ask why.'),
  },
  'CALL-12': { title: 'Whoever did the work does not call back', advice: say('Let another agent call.') },
  'CALL-13': {
    title: 'Three vain calls end as not reached',
    advice: say('Try in two windows and on two days.'),
  },
  'CALL-14': {
    title: 'Not working: the order is opened again',
    advice: say('The order is dispatched again.'),
  },
  'RESP-01': {
    title: 'Who was asked first owns the matter',
    advice: say('The owner hands it over; it passes when the other takes it.'),
  },
  'RESP-03': {
    title: 'What needs others goes to the manager in 15 min',
    advice: say('Write the question down and hand it on now.'),
  },
  'RESP-04': {
    title: 'Answer now, or say so and get back',
    advice: say('Tell the customer, and note when you will answer.'),
  },
  'RESP-05': {
    title: 'Shirking is on record',
    advice: say('What is late or given back is kept with unit and name.'),
  },
  'RESP-06': { title: 'Suggestions go up quickly', advice: say('Report it within 24 h and say thank you.') },
  'RESP-07': {
    title: 'The ladder when it cannot be answered',
    advice: say('In this order: explain, take them there, telephone, then write a ticket.'),
  },
  'INTK-03': { title: 'Tell the customer our limits', advice: say('Say the limits and tick it.') },
  'INTK-04': {
    title: 'Learn the site before setting out',
    advice: say('Ask whether fibre and modem are there.'),
  },
  'INTK-05': { title: 'Note contact and wishes', advice: say('Note contact, phone and wished time.') },
  'INTK-06': { title: 'Note the symptom, try remotely first', advice: say('Write down the symptom.') },
  'INTK-07': {
    title: 'Faults are matched with outages',
    advice: (facts) =>
      'cutover' in facts
        ? 'A cutover is under way there; tell the customer until when.'
        : 'missing' in facts
          ? 'The area has an outage; ask for the estate to tell whether it is the same.'
          : 'There is an outage; tell the customer.',
  },
  'INTK-10': { title: 'Collect no more than needed', advice: say('The form asks for what is needed only.') },
  'INTK-11': { title: 'Push no customer away', advice: say('Take it in; who was asked first owns it.') },
  'ATTR-02': { title: 'Say what the phase allows', advice: say('No cause is told before it is known.') },
  'ATTR-03': { title: 'The customer’s own device: explain', advice: say('Explain, and guide the check.') },
  'ATTR-04': {
    title: 'Slow at peak: get back when it is done',
    advice: say('Call when it is done; the order waits for it.'),
  },
  'ATTR-05': { title: 'Outage or cutover: say when it will be back', advice: say('Give the expected time.') },
  'ATTR-06': {
    title: 'Another operator: report and get back',
    advice: say('Report it and call; the order waits for it.'),
  },
  'OUTG-01': {
    title: 'A fault of several estates is one outage',
    advice: say('Wait for the network; send nobody line by line.'),
  },
  'OUTG-02': { title: 'Network before line; each clock runs on', advice: say('Restore the network first.') },
  'OUTG-03': {
    title: 'Every line is looked at after restoration',
    advice: say('What is still down is dispatched on its old clock.'),
  },
  'OUTG-04': {
    title: 'A new expected end is told within 30 min',
    advice: say('Send notice to the customers concerned.'),
  },
  'CMPL-01': { title: 'Complaints in 24 h, at most 48 h', advice: say('Settle it soon.') },
  'CMPL-02': { title: 'Contact within 30 min', advice: say('Call the customer now.') },
  'CMPL-03': { title: 'First answer within 8 h', advice: say('Answer now.') },
  'CMPL-04': { title: 'Escalated complaints: 24 h, no grace', advice: say('The supervisor drives it.') },
  'CMPL-05': {
    title: 'The superior coordinates and answers',
    advice: say('Name the superior department and why; it answers.'),
  },
  'CMPL-06': { title: 'Major complaints go up at once', advice: say('Give the reason.') },
  'CMPL-07': { title: 'How often the same issue came up', advice: say('Link the earlier order.') },
  'CMPL-08': {
    title: 'Hard questions are noted and answered soon',
    advice: say('Note the question and promise the answer.'),
  },
  'PROG-02': {
    title: 'Unrestored after 4 h: report and explain',
    advice: say('The department reports; the desk calls.'),
  },
  'PROG-03': {
    title: 'Not installed in four days: explain on the fifth',
    advice: say('Call and agree an exact time.'),
  },
  'PROG-04': { title: 'Give a finish time and keep it', advice: say('Name the time.') },
  'OVRD-01': { title: 'Overdue: an urge order within 30 min', advice: say('Send the urge order.') },
  'OVRD-02': {
    title: 'The customer’s urge raises priority',
    advice: say('The clocks stay; arrange it soon.'),
  },
  'OVRD-03': { title: 'Urging again: 2 h head, 4 h branch', advice: say('The next level drives it.') },
  'DMG-01': {
    title: 'Damage: apologise at once, pay within 48 h',
    advice: say('Apologise, report and pay.'),
  },
} satisfies Partial<Record<RuleId, RuleText>>;
