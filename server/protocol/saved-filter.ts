import { z } from 'zod';

/** Nobody finds one among more. */
export const FILTERS_MOST = 60;

const name = z.string().trim().min(1).max(60);

/** A person's filters of the console under a name. */
export const savedFilterSchema = z.strictObject({
  name,
  /** The part of the console's address that stands for the filters; read by the console alone. */
  address: z.string().max(2000),
});
export const savedFilterNameSchema = z.strictObject({ name });

export type SavedFilter = z.infer<typeof savedFilterSchema>;
