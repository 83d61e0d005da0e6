import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Keys for telephone numbers: one to encrypt them, one to find them without decrypting. 32 bytes each. */
export interface PhoneKeys {
  encryption: Buffer;
  index: Buffer;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a number (AES-256-GCM) for the row of `owner`, an order's or technician's id: moved to another row it no longer
 * opens. The index is a keyed hash of the digits, the same wherever the number stands.
 */
export function sealPhone(keys: PhoneKeys, phone: string, owner: string): { cipher: Buffer; index: Buffer } {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.encryption, nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(phone, 'utf8'), cipher.final()]);
  return {
    cipher: Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]),
    index: phoneIndex(keys, phone),
  };
}

/** The keyed hash by which a number is looked up. */
export function phoneIndex(keys: PhoneKeys, phone: string): Buffer {
  return createHmac('sha256', keys.index).update(phone).digest();
}

/** Decrypts; throws when key, row or bytes do not belong together. */
export function openPhone(keys: PhoneKeys, sealed: Buffer, owner: string): string {
  if (sealed[0] !== VERSION) throw new Error(`Sealed phone of ${owner}: unknown version ${sealed[0]}.`);
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keys.encryption, nonce)
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  const body = sealed.subarray(1 + NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** `138****1234`: enough to tell numbers apart, not to call one (PRIV-01). */
export function maskPhone(phone: string): string {
  if (phone.length < 7) return '*'.repeat(phone.length);
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}
