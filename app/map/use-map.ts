import { useLeafletContext } from '@react-leaflet/core';
import type L from 'leaflet';

/** The map around this layer. */
export function useMap(): L.Map {
  return useLeafletContext().map;
}
