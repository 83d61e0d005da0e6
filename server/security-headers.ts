import { randomBytes } from 'node:crypto';

/** A nonce of a single answer: only scripts and style tags that carry it run. */
export const newNonce = (): string => randomBytes(18).toString('base64');

export interface Surroundings {
  /** People come over https only. */
  https: boolean;
  /** Screens compiled as they are asked for: that needs `eval`. */
  development: boolean;
}

const YEAR_S = 31_536_000;

/**
 * The Content-Security-Policy of an answer (ASVS 5.0 V3.4.3). Nothing from elsewhere is loaded or told anything; style
 * attributes are allowed because the map, the timeline and the dialogs place things by them.
 */
export function contentSecurityPolicy(nonce: string, { development }: Surroundings): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every answer tells the browser to refuse (ASVS 5.0 V3.4), the policy aside. */
export function securityHeaders({ https }: Surroundings): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    // Addresses name orders; nobody else learns which one is open.
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': `max-age=${YEAR_S}; includeSubDomains` } : {}),
  };
}
