/** The product's mark: a place whose face is a clock. Decorative; the name stands beside it. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path
        d="M32 5C18.7 5 8 15.5 8 28.5 8 44.5 32 60 32 60s24-15.5 24-31.5C56 15.5 45.3 5 32 5z"
        fill="var(--accent)"
      />
      <circle cx="32" cy="28" r="15" fill="var(--surface-raised)" />
      <path
        d="M32 19v9l6.5 4.5"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="4.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
