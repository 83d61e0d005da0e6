import { useNow } from '../../ui/clock.tsx';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import classes from './travel.module.css';
import type { TravelTold } from './travel-page.tsx';

const MODES = ['ebike', 'car', 'walk'] as const;
const TICK_MS = 30_000;
const NAMES = { osrm: 'OSRM', valhalla: 'Valhalla' } as const;

/** Of each mode where its travel times come from now; a server that did not answer says so, and that estimates stand in for it. */
export function SourceTable({ told: { estimate, roadServers } }: { told: TravelTold }) {
  const m = useMessages();
  const s = m.travel.sources;
  const language = useLanguage();
  const now = useNow(TICK_MS);
  const formula = (mode: (typeof MODES)[number]) =>
    s.formula(estimate.detour, estimate.kmh[mode], estimate.accessSeconds / 60);
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{s.mode}</th>
            <th scope="col">{s.source}</th>
            <th scope="col">{s.state}</th>
            <th scope="col">{s.asked}</th>
          </tr>
        </thead>
        <tbody>
          {MODES.map((mode) => {
            const server = roadServers.find((one) => one.mode === mode);
            const state = server?.state ?? 'estimate';
            return (
              <tr key={mode} data-mode={mode} data-state={state}>
                <th scope="row">{m.travel.modes[mode]}</th>
                <td>
                  {server ? s.road(NAMES[server.kind]) : s.estimate}
                  <small>{server ? s.places(server.places) : formula(mode)}</small>
                  {server ? (
                    <small>
                      {s.estimate}: {formula(mode)}
                    </small>
                  ) : null}
                </td>
                <td>
                  <span className={classes.state}>{s.states[state]}</span>
                  {server?.lastFailure ? (
                    <small>
                      {s.lastFailure(
                        dayAndClock(server.lastFailure.at, now, m, language),
                        whyOf(server.lastFailure.why, s.whys),
                      )}
                    </small>
                  ) : null}
                </td>
                <td>{server ? `${server.asked} / ${server.failed}` : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What went wrong in the reader's words where it is one of the usual things, else as it was told. */
function whyOf(why: string, words: Messages['travel']['sources']['whys']): string {
  const [, seconds] = /^no answer within ([\d.]+) s$/.exec(why) ?? [];
  if (seconds !== undefined) return words.timeout(seconds);
  const [, code] = /^it answered (\d{3})$/.exec(why) ?? [];
  if (code !== undefined) return words.status(code);
  const [, fault] = /^the connection failed \((.+)\)$/.exec(why) ?? [];
  return fault === undefined ? why : words.connection(fault);
}
