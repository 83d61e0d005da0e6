import type { Instant, OrderId } from '../base/brand.ts';
import type { PhotoGiven } from '../photo/photo.ts';
import type { Rating } from './sheet.ts';

/** What every step of a visit carries. */
export interface VisitStepGiven {
  orderId: OrderId;
  /** The device's own time (ARITH-06). */
  occurredAt?: Instant;
  /** Cards of the standard that were ticked with this step (checklist/checklists.ts). */
  checks?: readonly string[];
  /** Whence it came; the number of a browser until it is carried out, its fingerprint from then on (RECD-02). */
  device?: string;
}

/** A step at the door or in the home, with the photos that were taken for it; none at all from programs without a camera. */
export interface SiteStepGiven extends VisitStepGiven {
  photos?: readonly PhotoGiven[];
}

/** What is settled with the customer before the work begins (SITE-07, SITE-13, SITE-14). */
export interface WorkFacts {
  /** Position and routing were agreed as the customer wants them; if not, `advice` says what was advised instead. */
  routingAgreed?: boolean;
  advice?: string;
  /** The work has a risk: it was explained, and the customer consented. */
  risk?: { explained: boolean; consent: boolean };
  /** The work touches customers who are in service. */
  serviceAffecting?: boolean;
}

/** What the customer says and pays when the work is handed over (SITE-19, SITE-23). */
export interface HandOverFacts {
  satisfied?: boolean;
  /** In yuan. */
  chargedAmount?: number;
  invoiceNo?: string;
  /** The customer's answer where the standard asks in words, and where it asks for a number from 1 to 10. */
  rating?: Rating;
  score?: number;
  /** The customer wrote an opinion; its words stand beside the log (DONE-02). */
  opined?: boolean;
  /** SHA-256 of the signed image, in hex (DONE-02). */
  signatureHash?: string;
}
