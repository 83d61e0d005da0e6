import type { Visit } from './visit.ts';

/**
 * The browser that a step or a rating came from, as a fingerprint of the random number that it keeps (SHA-256, hex). It tells two browsers
 * apart and nothing else; absent where none was told (RECD-02).
 */
export type DeviceHash = string;

/** The trip with one more device that worked on it. A signature is the customer's and no work. */
export function workedOn(visit: Visit, step: string, device: DeviceHash | undefined): Visit {
  if (!device || step === 'visit.sign' || visit.devices?.includes(device)) return visit;
  return { ...visit, devices: [...(visit.devices ?? []), device] };
}
