import { platform, setPriority } from 'node:os';

/**
 * Lets the calling thread go behind the server's where cores are few: on Linux a thread has a niceness of its own. Elsewhere it would be
 * the whole process's, so nothing is done.
 */
export function giveWay(niceness: number): void {
  if (platform() === 'linux') setPriority(niceness);
}
