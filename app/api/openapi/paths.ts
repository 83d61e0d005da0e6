import type { CommandType } from '#protocol/command.ts';
import { savedFilterNameSchema, savedFilterSchema } from '#protocol/saved-filter.ts';
import type { Schema } from '#protocol/schema-base.ts';
import { yearSchema } from '#server/services/calendar/publish-year.ts';
import { kpiOrdersQuery, kpiQuery } from '#server/services/kpi/read-kpis.ts';
import { orderQuery } from '#server/services/order/list.ts';
import { previewAsk } from '#server/services/order/preview.ts';
import { photoQuery } from '#server/services/photo/show-photo.ts';
import { slotQuery } from '#server/services/plan/offer-slots.ts';
import { rippleQuery } from '#server/services/plan/ripple-now.ts';
import { positionSchema } from '#server/services/position/report-positions.ts';
import { revealQuery } from '#server/services/privacy/list-reveals.ts';
import { travelQuery } from '#server/services/travel/read-travel.ts';

/** One call of the surface as the document describes it. */
export interface Path {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  does: string;
  /** The command that the body is a payload of; fields that the path gives are left out of it. */
  command?: CommandType;
  given?: readonly string[];
  body?: Schema;
  query?: Schema;
}

/** Every call under /api/v1. A test holds it against the routes that there are. */
export const PATHS: readonly Path[] = [
  { method: 'get', path: '/me', does: 'Who is signed in' },
  { method: 'get', path: '/me/filters', does: 'The filters of the console that the person has saved' },
  { method: 'put', path: '/me/filters', does: 'Saves one under its name', body: savedFilterSchema },
  {
    method: 'delete',
    path: '/me/filters',
    does: 'Removes the one of that name',
    body: savedFilterNameSchema,
  },
  { method: 'get', path: '/areas', does: 'The areas of the signed-in person' },
  { method: 'get', path: '/technicians', does: 'The technicians of those areas' },
  { method: 'get', path: '/orders', does: 'Orders, newest intake first, in pages', query: orderQuery },
  { method: 'post', path: '/orders', does: 'Takes an order in', command: 'order.intake' },
  { method: 'get', path: '/orders/{id}', does: 'One order with timeline, timers and promise ledger' },
  {
    method: 'get',
    path: '/orders/{id}/why',
    does: 'Who could take an order, why the others cannot, and the smallest repair that was tried and checked',
  },
  {
    method: 'get',
    path: '/orders/{id}/options',
    does: 'What can be done about an order of today, best first, each with its command or call and the gate’s word on it',
  },
  {
    method: 'get',
    path: '/ripple',
    does: 'The visits of an area’s day that will be late or not be served if nothing is done',
    query: rippleQuery,
  },
  {
    method: 'post',
    path: '/orders/{id}/assignment',
    does: 'Gives an order to a technician, as a drag does',
    command: 'order.reassign',
    given: ['orderId'],
  },
  {
    method: 'delete',
    path: '/orders/{id}/assignment',
    does: 'Takes an order back into the pool',
    command: 'order.unassign',
    given: ['orderId'],
  },
  {
    method: 'post',
    path: '/assignments/preview',
    does: 'Verdict, added travel and lateness of an assignment; changes nothing',
    body: previewAsk,
  },
  {
    method: 'post',
    path: '/orders/{id}/contacts',
    does: 'Records an attempt to reach the customer',
    command: 'contact.attempt',
    given: ['orderId'],
  },
  {
    method: 'post',
    path: '/orders/{id}/appointment',
    does: 'Confirms a promised time',
    command: 'appointment.confirm',
    given: ['orderId'],
  },
  {
    method: 'post',
    path: '/orders/{id}/appointment/changes',
    does: 'Asks to change the promised time',
    command: 'appointment.change',
    given: ['orderId'],
  },
  {
    method: 'post',
    path: '/changes/{id}/{step}',
    does: 'Moves the open change request of an order: notified, agreed, refused or withdrawn',
  },
  {
    method: 'post',
    path: '/orders/{id}/reveal',
    does: 'Shows the customer’s full number to whoever gives a reason, for a quarter of an hour; kept on record',
    command: 'customer.reveal',
    given: ['orderId'],
  },
  {
    method: 'get',
    path: '/calendar',
    does: 'The working days of every year that is known, and which years are not',
  },
  {
    method: 'post',
    path: '/calendar',
    does: 'Publishes the working days of a year; running orders that were counted by weekdays there are recomputed',
    body: yearSchema,
  },
  {
    method: 'get',
    path: '/reveals',
    does: 'Who looked at the full numbers of customers, when and why, newest first; and who did so often within an hour',
    query: revealQuery,
  },
  {
    method: 'get',
    path: '/standards/{id}',
    does: 'What a service standard says: every parameter with its value, its origin (stated, inherited, choice), rule and clause',
  },
  { method: 'get', path: '/outages', does: 'Outages that are not closed; changed by POST /commands' },
  {
    method: 'get',
    path: '/cutovers',
    does: 'Cutovers that are neither done nor called off; changed by POST /commands',
  },
  { method: 'get', path: '/approvals', does: 'Open requests for approval' },
  { method: 'post', path: '/approvals', does: 'Asks for an approval', command: 'approval.request' },
  {
    method: 'post',
    path: '/approvals/{id}/{decision}',
    does: 'Approves or rejects (decision = approve or reject); an approved command is carried out at once',
    command: 'approval.approve',
    given: ['approvalId'],
  },
  {
    method: 'post',
    path: '/visits/{id}/steps',
    does: 'One step of a visit: `step` is depart, arrive, knock, enter, work, test … with the fields of that step',
  },
  {
    method: 'post',
    path: '/visits/{id}/photos',
    does: 'The image of a photo that a step has named by id and SHA-256 (multipart form: file, photo = its id): JPEG, PNG or WebP, at most 8 MB and 25 million pixels, kept without where and by what it was taken; `id` is the visit’s or its order’s',
  },
  {
    method: 'get',
    path: '/orders/{id}/photos',
    does: 'What was photographed of an order, which images have arrived, and whether they may be looked at: at once, after a reason (POST /orders/{id}/reveal), or not',
  },
  { method: 'get', path: '/photos/{id}', does: 'One image', query: photoQuery },
  { method: 'post', path: '/positions', does: 'Takes in position fixes, at most 500', body: positionSchema },
  { method: 'post', path: '/plans', does: 'Asks for a proposal of an area’s day' },
  { method: 'get', path: '/plans/{id}', does: 'One plan run with its proposal' },
  {
    method: 'post',
    path: '/plans/{id}/publish',
    does: 'Publishes a proposal, whole or in part',
    command: 'plan.publish',
    given: ['planId'],
  },
  {
    method: 'post',
    path: '/plans/{id}/dismiss',
    does: 'Puts a suggestion aside: what it would have moved is left alone until it has changed. Calls off a plan that is still computed',
    command: 'plan.dismiss',
    given: ['planId'],
  },
  { method: 'get', path: '/calls', does: 'Who must be told what by when' },
  {
    method: 'get',
    path: '/slots',
    does: 'The promises that could be given to an order as the plan stands, with cost and rule notes',
    query: slotQuery,
  },
  {
    method: 'get',
    path: '/travel',
    does: 'How travel times come about: the estimate, what trips have taught and from which',
    query: travelQuery,
  },
  { method: 'get', path: '/complaints', does: 'Complaints summed up, the major ones by name' },
  {
    method: 'get',
    path: '/kpis',
    does: 'The indicators of a period: figure, what was left out and why, corrections, what stands out',
    query: kpiQuery,
  },
  {
    method: 'get',
    path: '/kpis/{id}/orders',
    does: 'The orders behind one indicator',
    query: kpiOrdersQuery,
  },
  { method: 'get', path: '/events', does: 'The event log of an area after `since`, without gaps' },
  { method: 'get', path: '/imports', does: 'The latest imports of the signed-in person' },
  {
    method: 'post',
    path: '/imports',
    does: 'Begins an import (multipart form: file, kind, crs, mapping, dryRun, partial, turnSwapped)',
  },
  { method: 'get', path: '/imports/{id}', does: 'One import: progress, and every row that was not taken' },
  { method: 'post', path: '/commands', does: 'Any command in the envelope that sockets use' },
  { method: 'get', path: '/openapi.json', does: 'This document' },
];
