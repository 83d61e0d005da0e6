import type { Instant } from '../base/brand.ts';
import { asks, blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { localDate } from '../time/zone.ts';
import { requiredSkills } from './required-skills.ts';
import type { Technician } from './technician.ts';

/**
 * DISP-07: only people certified for the task's access type, on the day of the visit. Without it an area lead may send the person
 * accompanied by a certified colleague. Nobody known is nobody certified. SKIL-03: what a person knows (instruments, fault location,
 * emergencies, inspection) is seen by no software; the certificate stands for it.
 */
export function judgeCertification(
  order: Order,
  technician: Technician | null,
  at: Instant,
  standard: ResolvedStandard,
): readonly Finding[] {
  if (!technician) return [blocks('DISP-07', { technician: null }, 'choose_technician')];
  const lacking = requiredSkills(order).filter((skill) => !technician.skills.includes(skill));
  const date = localDate(at, standard.get('tz'));
  const certified = technician.certifiedUntil !== null && technician.certifiedUntil >= date;
  if (lacking.length === 0 && certified) return [];
  return [
    asks(
      'DISP-07',
      'area_lead',
      { technician: technician.id, lacking, certifiedUntil: technician.certifiedUntil, date },
      'send_with_colleague',
    ),
  ];
}
