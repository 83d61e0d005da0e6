import { useEffect, useRef, useState } from 'react';
import { FIRST_ZONES, rememberedZones, rememberZones, withinReason, type Zones } from './zones.ts';

/** The shares of the surface, as this browser remembers them from last time. */
export function useZones() {
  const [zones, setZones] = useState<Zones>(FIRST_ZONES);
  const latest = useRef(zones);
  useEffect(() => {
    latest.current = rememberedZones(window.localStorage);
    setZones(latest.current);
  }, []);
  return {
    zones,
    set: (next: Zones) => {
      latest.current = withinReason(next);
      setZones(latest.current);
    },
    keep: () => rememberZones(window.localStorage, latest.current),
  };
}
