/** The triangle of a broken rule. Decorative: words stand beside it or in the hover. */
export function ViolationSign() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M8 1.5 15 14.5H1z" fill="var(--status-breached)" />
      <path d="M8 6v4M8 11.8v.4" stroke="var(--surface-raised)" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
