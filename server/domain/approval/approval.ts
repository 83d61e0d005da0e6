import type { ApprovalId, AreaId, Instant, OrderId, PersonId } from '../base/brand.ts';
import type { Role } from '../base/role.ts';
import type { Finding } from '../base/verdict.ts';

/** A request that a command which needs approval be allowed. Approving runs the stored command again, at that moment, through the gate. */
export interface Approval {
  id: ApprovalId;
  orderId: OrderId;
  areaId: AreaId;
  state: 'pending' | 'approved' | 'rejected' | 'lapsed';
  /** The command as it was sent; `type` and `payload` of the protocol. */
  command: { type: string; payload: unknown };
  findings: readonly Finding[];
  approver: Role;
  requestedBy: PersonId;
  /** The requester's role; an approved command runs in the requester's name. */
  requestedRole: Role;
  requestedAt: Instant;
  reason: string;
  decidedBy: PersonId | null;
  decidedAt: Instant | null;
  decisionReason: string | null;
}
