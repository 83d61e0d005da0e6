import type { Instant } from '../base/brand.ts';
import type { FirstAsk, Question } from '../first-ask/first-ask.ts';
import { OPEN_RESOLUTIONS } from '../first-ask/first-ask.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';

/** First ask, questions, facts of the home, promises of a finish, and what makes a complaint heavier. Null for events of other nouns. */
export function evolveCare(order: Order, event: OrderEvent, at: Instant): Order | null {
  switch (event.type) {
    case 'first_ask.offered':
      return { ...order, firstAsk: { ...ownership(order, at), offeredTo: event.data.to } };
    case 'first_ask.taken_over': {
      const before = ownership(order, at);
      return {
        ...order,
        firstAsk: {
          ownerId: event.data.by,
          ownerRole: event.data.role,
          since: at,
          offeredTo: null,
          watchers: [...new Set([...before.watchers, before.ownerId])].filter(
            (one) => one !== '' && one !== event.data.by,
          ),
        },
      };
    }
    case 'question.asked':
      return { ...order, questions: [...order.questions, event.data.question] };
    case 'question.settled': {
      const { questionId, resolution, explained } = event.data;
      const open = OPEN_RESOLUTIONS.has(resolution);
      return {
        ...order,
        questions: changed(order.questions, questionId, {
          resolution,
          explained,
          settledAt: at,
          ...(open ? {} : { answeredAt: at, answeredBy: 'owner' as const }),
        }),
      };
    }
    case 'question.answered':
      return {
        ...order,
        questions: changed(order.questions, event.data.questionId, {
          answeredAt: at,
          answeredBy: event.data.by,
        }),
      };
    case 'site.recorded':
      return { ...order, site: event.data.facts, durationMin: event.data.durationMin };
    case 'progress.finish_promised':
      return {
        ...order,
        finishPromises: [...order.finishPromises, { at, finishAt: event.data.finishAt }],
      };
    case 'customer.urged':
      return { ...order, customerUrges: [...order.customerUrges, { at }] };
    case 'complaint.referred_up':
      return { ...order, referrals: [...order.referrals, { ...event.data, at }] };
    case 'complaint.marked_major':
      return { ...order, major: { ...event.data, at } };
    default:
      return null;
  }
}

/** Orders written before first asks were kept have nobody on record; whoever hands it over then stands for nobody. */
function ownership(order: Order, at: Instant): FirstAsk {
  return order.firstAsk ?? { ownerId: '', since: at, offeredTo: null, watchers: [] };
}

function changed(questions: readonly Question[], id: string, change: Partial<Question>): readonly Question[] {
  return questions.map((one) => (one.id === id ? { ...one, ...change } : one));
}
