/** Version of the notice by which technicians consent to sharing their position. A new text is a new version, and is asked anew. */
export const CONSENT_VERSION = '2026-1';
