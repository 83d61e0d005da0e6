import type { Messages } from '../zh-cn.ts';

/** On site: what is settled before the work, at the hand-over and when it ends. */
export const onSite: Messages['onSite'] = {
  work: {
    advised: 'Position or routing cannot be as the customer wants',
    advice: 'What the customer was advised instead',
    risky: 'This work has a risk',
    explained: 'Risk and consequences were explained',
    consent: 'The customer consents',
    serviceAffecting: 'Customers in service are affected (needs the maintenance department)',
  },
  fee: {
    title: 'Fee',
    amount: 'Amount (yuan)',
    invoiceNo: 'Invoice number',
    hint: 'Leave empty when nothing was charged.',
  },
  unsatisfied: {
    title: 'The customer is not satisfied yet',
    goOn: 'Go on working',
    leave: 'The customer signs all the same; record why',
    reason: 'Why the customer is not satisfied',
    sign: 'Hand over to sign',
  },
  causes: {
    legend: 'What it was',
    customer_terminal: 'Customer’s device',
    customer_line: 'Customer’s own line',
    access_line: 'Access line',
    slow_at_peak: 'Slow at peak hours',
    egress: 'Egress',
    cutover: 'Cutover',
    other_operator: 'Another operator',
    power: 'Power cut',
    other: 'Other',
  },
  filed: {
    legend: 'Filed of the installation',
    value: (field) => `${field} (as it reads; may stay empty)`,
    address: 'Address',
    port: 'Port',
    serial: 'Serial number',
    cable: 'Cable',
    photos: 'Photos',
  },
  faultWord: { title: 'What the customer may be told now' },
  safety: {
    door: 'Leave for safety',
    body: 'A conflict that cannot be settled: give way, call the police (110) if needed. The area lead sees it at once.',
    reason: 'What happened',
    action: 'Leave and report',
    sent: 'Reported. Go somewhere safe',
  },
  delay: {
    body: 'When a repair will miss its limit: report to the dispatching unit and explain to the customer.',
    reason: 'Reason',
    newEta: 'Expected repair',
    action: 'Report the delay',
    sent: 'Reported. Explain it to the customer',
  },
  times: {
    body: 'These steps reached the server more than ten minutes after they were taken. Once a supervisor confirms the phone’s times, figures go by them (ARITH-06).',
    step: { 'visit.arrive': 'Arrived', 'visit.enter': 'Entered', 'visit.activate': 'Live' },
    line: (said, received) => `${said} by the phone, received ${received}`,
    reason: 'Why they came late',
    action: 'Have the times confirmed',
  },
};
