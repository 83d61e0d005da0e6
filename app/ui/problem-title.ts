/** What a refusal says for itself; null for an answer that is none of ours, such as a page of a proxy in front. */
export function problemTitle(text: string): string | null {
  try {
    const { title } = JSON.parse(text) as { title?: unknown };
    return typeof title === 'string' ? title : null;
  } catch {
    // The caller has the status to tell.
    return null;
  }
}
