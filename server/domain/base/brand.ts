declare const flavour: unique symbol;

/**
 * A nominal flavour over a primitive: a plain literal may be used where one is expected,
 * but an `OrderId` is never accepted as a `TechnicianId`, nor metres as seconds.
 */
export type Brand<T, Name extends string> = T & { readonly [flavour]?: Name };

export type OrderId = Brand<string, 'OrderId'>;
export type AreaId = Brand<string, 'AreaId'>;
export type TechnicianId = Brand<string, 'TechnicianId'>;
export type VisitId = Brand<string, 'VisitId'>;
export type ApprovalId = Brand<string, 'ApprovalId'>;
export type PlanId = Brand<string, 'PlanId'>;
export type CommandId = Brand<string, 'CommandId'>;
export type PersonId = Brand<string, 'PersonId'>;

/** Milliseconds since 1970-01-01T00:00:00Z. All instants inside the program have this shape; ISO 8601 only at the edges. */
export type Instant = Brand<number, 'Instant'>;
export type Seconds = Brand<number, 'Seconds'>;
export type Metres = Brand<number, 'Metres'>;
