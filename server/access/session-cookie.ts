import { createHmac, timingSafeEqual } from 'node:crypto';

/** How the names of our cookies begin; browsers accept `__Host-` from this very host over https only. */
export function cookiePrefix(publicOrigin: string | null): string {
  return publicOrigin?.startsWith('https://') ? '__Host-zhundian' : 'zhundian';
}

/**
 * The session token in a `Cookie` header, or null when there is none that we have signed. The form is the sign-in
 * library's: `<prefix>.session_token=<token>.<base64 HMAC-SHA-256 of it>`, percent-encoded. It is read here so that
 * letting screens back in after a restart waits neither for the library to be loaded nor for its queries.
 */
export function sessionTokenIn(cookies: string, prefix: string, secret: string): string | null {
  const name = `${prefix}.session_token=`;
  const pair = cookies.split(';').find((one) => one.trimStart().startsWith(name));
  if (pair === undefined) return null;
  const value = decoded(pair.trim().slice(name.length));
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const signed = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  return given.length === signed.length && timingSafeEqual(given, signed) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not percent-encoded: nothing that we have written.
    return '';
  }
}
