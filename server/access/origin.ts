/** The parts of a handshake that tell where its page came from. */
export interface HandshakeHeaders {
  origin?: string | undefined;
  host?: string | undefined;
}

/**
 * May a page of this origin open a socket, or change anything? Only one that this server itself served: its own address as the browser
 * wrote it in `Host`, or one that the configuration names. Browsers do not hold WebSockets to CORS, so a missing or
 * foreign origin is refused here (CWE-1385, cross-site WebSocket hijacking).
 */
export function originAllowed(headers: HandshakeHeaders, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (!origin) return false;
  if (allowed.includes(origin)) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
