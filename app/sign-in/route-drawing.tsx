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
        <path d="M-400 60 C-200 90 -40 130 120 150 S220 90 300 110 S460 60 900 -20" />
        <path d="M20 -300 C80 -60 60 240 110 440 S140 700 130 800" />
        <path d="M300 -300 C290 -60 300 260 260 440 S240 700 250 800" />
        <path d="M-400 420 C-140 360 120 410 320 390 S520 350 900 290" />
        <path d="M410 -300 C440 140 400 280 450 440 S500 700 490 800" />
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
