/** An arrow head: on, back or down. */
export function Chevron({ back, down }: { back?: boolean; down?: boolean }) {
  const d = down ? 'M4 6.5 8 10.5 12 6.5' : back ? 'M10 3.5 5.5 8l4.5 4.5' : 'M6 3.5 10.5 8 6 12.5';
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={d}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
