/** Order types (TYPE-01). A move is a parent with an install and a remove child. */
export const ORDER_TYPES = [
  'install',
  'move',
  'remove',
  'fault',
  'complaint',
  'suggestion',
  'consult',
  'business',
  'inspection',
] as const;
export type OrderType = (typeof ORDER_TYPES)[number];

/** Types that are settled at a desk unless a visit turns out to be needed (§0.4 14). */
export const DESK_TYPES: ReadonlySet<OrderType> = new Set(['complaint', 'suggestion', 'consult', 'business']);

/** Access types (SKIL-01). */
export const ACCESS_TYPES = ['FTTH', 'LAN', 'xDSL', 'PON+xDSL', 'PON+LAN', 'FTTB', 'FTTN'] as const;
export type AccessType = (typeof ACCESS_TYPES)[number];

/** Skills of a technician, one per family of access types (SKIL-01). */
export const SKILLS = ['ftth', 'lan', 'xdsl'] as const;
export type Skill = (typeof SKILLS)[number];

/** Customer classes (CUST-01). They set priority and exceptions, never a KPI exclusion; another at the address than on the order is a mismatch (CUST-02). */
export const CUSTOMER_CLASSES = [
  'public',
  'group',
  'key_account',
  'sme',
  'vip',
  'important',
  'brand',
] as const;
export type CustomerClass = (typeof CUSTOMER_CLASSES)[number];

/** Region classes (REGN-01). */
export const REGIONS = ['urban', 'township', 'village'] as const;
export type Region = (typeof REGIONS)[number];

/** Causes of a change or delay (CHG-04). Only `customer` is exempt. */
export const CAUSES = ['customer', 'company', 'third_party', 'force_majeure'] as const;
export type Cause = (typeof CAUSES)[number];
