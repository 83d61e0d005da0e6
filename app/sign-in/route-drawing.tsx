const STOPS = [
  { x: 70, y: 330, time: '08:30', done: true },
  { x: 190, y: 225, time: '10:00', done: true },
  { x: 330, y: 265, time: '13:30', done: false },
  { x: 430, y: 130, time: '16:00', done: false },
];

/** A day as a road of promised times. Decorative. */
export function RouteDrawing() {
  return (
    <svg viewBox="0 0 500 420" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid meet">
      <g fill="none" stroke="var(--line)" strokeWidth="10" strokeLinecap="round">
        <path d="M-20 120 C120 150 180 90 300 110 S460 60 540 40" />
        <path d="M60 -20 C90 120 60 240 110 440" />
        <path d="M280 -20 C260 120 300 260 260 440" />
        <path d="M-20 380 C140 360 320 400 540 330" />
        <path d="M420 -20 C440 140 400 280 450 440" />
      </g>
      <path
        d="M70 330 C110 280 130 240 190 225 S290 280 330 265 S400 190 430 130"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray="1 9"
      />
      <path
        d="M70 330 C110 280 130 240 190 225"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      {STOPS.map((stop) => (
        <g key={stop.time}>
          <circle
            cx={stop.x}
            cy={stop.y}
            r="11"
            fill={stop.done ? 'var(--accent)' : 'var(--surface-raised)'}
            stroke="var(--accent)"
            strokeWidth="3"
          />
          {stop.done ? (
            <path
              d={`M${stop.x - 4.5} ${stop.y + 0.5}l3.2 3.2 6-6.5`}
              fill="none"
              stroke="var(--on-accent)"
              strokeWidth="2.4"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ) : null}
          <g transform={`translate(${stop.x} ${stop.y - 34})`}>
            <rect x="-32" y="-15" width="64" height="27" rx="8" fill="var(--surface-raised)" />
            <text textAnchor="middle" y="5" fontSize="16" fontWeight="650" fill="var(--ink)">
              {stop.time}
            </text>
          </g>
        </g>
      ))}
    </svg>
  );
}
