import { createHash } from 'node:crypto';
import type { OrderCommand } from '#domain/order/order-command.ts';

/** The command with the fingerprint of the device in place of the number that it names itself by, which never enters the log. */
export function withDeviceHash(command: OrderCommand): OrderCommand {
  const { device } = command.payload as { device?: string };
  if (device === undefined) return command;
  const hash = createHash('sha256').update(device).digest('hex');
  return { ...command, payload: { ...command.payload, device: hash } } as OrderCommand;
}
