import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { PinAge, TechnicianPin } from './technician-pin.ts';

/** More technicians than this are drawn on one canvas instead of as nodes of their own. */
export const CANVAS_FROM = 300;

/** Where positions come from: read when asked, and told when some have changed. */
export interface PositionSource {
  get(technicianId: string): TechnicianPosition | undefined;
  subscribe(moved: (changed: ReadonlySet<string>) => void): () => void;
}

/** What a technician thinks of the lifted orders; the words are put together where they are shown. */
export interface PinVerdict {
  readonly outcome: string;
  /** Place among all who may have them, 0 = the best; null for others and while that is not known. The first say their words unasked. */
  readonly rank: number | null;
  words(): string;
}

/** What was found on the map under a point. */
export interface PinsHandle {
  /** The nearest technician within reach of a point of the screen, for a drop. */
  nearest(clientX: number, clientY: number): string | null;
  /** Says a verdict on pins (null = as usual): outcome and a few words. The same verdict is the same object. */
  judge(verdictOf: ((technicianId: string) => PinVerdict | null) | null): void;
  aim(technicianId: string | null): void;
}

/** What every form of the technicians on the map is given. */
export interface TechnicianLayerProps {
  readonly pins: readonly TechnicianPin[];
  readonly positions: PositionSource;
  /** Age words are renewed when this changes. */
  readonly minute: number;
  readonly ageOf: (position: TechnicianPosition) => PinAge;
  readonly onPick: (technicianId: string) => void;
  readonly onOpen?: (technicianId: string) => void;
  /** Called with a handle while the layer stands, with null when it goes. */
  readonly onHandle?: (handle: PinsHandle | null) => void;
}
