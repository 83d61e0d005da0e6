import type L from 'leaflet';

/** Calls `press` for a click on a marker and for Enter or Space while it has the focus: of itself Leaflet answers keys for its own popups alone. */
export function onPress(marker: L.Marker, press: (event: MouseEvent | KeyboardEvent) => void): void {
  marker.on('click', ({ originalEvent }) => press(originalEvent));
  marker.on('keypress', ({ originalEvent }) => {
    if (originalEvent.key === 'Enter' || originalEvent.key === ' ') press(originalEvent);
  });
}
