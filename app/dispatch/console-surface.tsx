import { useRef } from 'react';
import { useConnection, useLive } from '../live/use-live.tsx';
import { useStore } from '../live/use-store.ts';
import { NoticeBell } from '../notices/notice-bell.tsx';
import { ConnectionBanner } from '../ui/connection-banner.tsx';
import { AppFrame } from '../ui/frame/app-frame.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import { SoundSwitch } from './alarm/sound-switch.tsx';
import { ComingSurface } from './coming-surface.tsx';
import css from './console.module.css';
import { ConsoleBar } from './console-bar.tsx';
import { CascadeCard } from './drag/cascade-card.tsx';
import { useOrderDrags } from './drag/use-order-drags.ts';
import { useWarmVerdicts } from './drag/use-warm-verdicts.ts';
import { useKeysAfterDialogs } from './keys/let-go.ts';
import { useConsoleKeys } from './keys/use-console-keys.ts';
import { MapLazy } from './map/map-lazy.tsx';
import { OrderMenu } from './menu/order-menu.tsx';
import { useMenuAtPointer } from './menu/use-menu-at-pointer.ts';
import { Drawer, OverSurface } from './over-surface.tsx';
import { PlanPanel } from './plan/plan-panel.tsx';
import { usePlan } from './plan/use-plan.ts';
import { Pool } from './pool/pool.tsx';
import { RippleChip } from './ripple/ripple-chip.tsx';
import { RipplePanel } from './ripple/ripple-panel.tsx';
import { useRipple } from './ripple/use-ripple.ts';
import { useConsole } from './state/console.ts';
import { useAddress } from './state/use-address.ts';
import { useApprovalNews } from './state/use-approval-news.ts';
import { useBoardFeed } from './state/use-board-feed.ts';
import { useLooking } from './state/use-looking.ts';
import { useSharedView } from './state/use-shared-view.ts';
import { useZones } from './state/use-zones.ts';
import { MAP_SHARE, POOL_PX } from './state/zones.ts';
import { Timeline } from './timeline/timeline.tsx';
import { ZoneSplitter } from './zone-splitter.tsx';

/** Everything that is seen of the console; in a second window the map alone. */
export function ConsoleSurface({ only }: { only: 'map' | null }) {
  const m = useMessages();
  const console = useConsole();
  const live = useLive();
  const connection = useConnection();
  const right = useRef<HTMLDivElement>(null);
  const { zones, set, keep } = useZones();
  const loaded = useStore(console.board, ({ areas }) => areas.length > 0);
  useBoardFeed(live);
  useAddress();
  useLooking();
  useOrderDrags();
  useWarmVerdicts();
  useConsoleKeys();
  useKeysAfterDialogs();
  useApprovalNews();
  useSharedView();
  useMenuAtPointer();
  const plan = usePlan();
  const ripple = useRipple();

  return (
    <AppFrame
      person={console.viewer}
      tools={<ConsoleBar onPlan={only ? null : plan.begin} planning={plan.state !== null} />}
      status={
        <>
          {only ? null : <RippleChip ripple={ripple} />}
          {only ? null : <SoundSwitch />}
          <NoticeBell viewer={console.viewer} onOpen={console.open} />
        </>
      }
      onHelp={() => console.dialog.set({ kind: 'keys' })}
    >
      <ConnectionBanner connection={connection} />
      {loaded ? (
        <div className={css.zones} data-dispatch data-only={only}>
          {only === 'map' ? (
            <div className={css.wholeMap}>
              <MapLazy alone />
            </div>
          ) : (
            <>
              <div className={css.pool} style={{ width: zones.poolPx }}>
                <Pool />
              </div>
              <ZoneSplitter
                axis="x"
                label={m.dispatch.splitter.pool}
                value={zones.poolPx}
                {...POOL_PX}
                step={16}
                unitsPerPx={() => 1}
                onMove={(poolPx) => set({ ...zones, poolPx })}
                onDone={keep}
              />
              <div ref={right} className={css.right}>
                <div className={css.map} style={{ height: `${zones.mapShare * 100}%` }}>
                  <MapLazy />
                </div>
                <ZoneSplitter
                  axis="y"
                  label={m.dispatch.splitter.map}
                  value={zones.mapShare}
                  {...MAP_SHARE}
                  step={0.04}
                  unitsPerPx={() => 1 / Math.max(1, right.current?.clientHeight ?? 1)}
                  onMove={(mapShare) => set({ ...zones, mapShare })}
                  onDone={keep}
                />
                <div className={css.timeline}>
                  <Timeline ghosts={plan.state ? plan.ghosts : ripple.ghosts} />
                </div>
              </div>
            </>
          )}
          <CascadeCard mapShare={only ? null : zones.mapShare} />
          <PlanPanel plan={plan} />
          {ripple.open && !only ? <RipplePanel ripple={ripple} /> : null}
          <Drawer />
        </div>
      ) : (
        <ComingSurface only={only} zones={zones} />
      )}
      <OrderMenu />
      <OverSurface onPlan={plan.begin} onRipple={ripple.toggle} />
      <Spoken />
    </AppFrame>
  );
}

/** What is said to a screen reader: results, refusals with their rule, and every step of a lift by keys. */
function Spoken() {
  const { spoken } = useConsole();
  const text = useStore(spoken, (value) => value);
  return (
    <div className={css.spoken} role="status" aria-live="assertive" data-spoken>
      {text}
    </div>
  );
}
