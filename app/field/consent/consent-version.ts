/** Version of the notice on sharing positions. A new text is a new version, and is asked again. */
export const CONSENT_VERSION = '1';
