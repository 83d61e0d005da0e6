/** What of a visit's place may be fixed. */
export const LOCK_CHOICES = [
  { name: 'technician', what: { technician: true, time: false } },
  { name: 'time', what: { technician: false, time: true } },
  { name: 'both', what: { technician: true, time: true } },
] as const;
