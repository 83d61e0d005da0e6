import { degrees, RoadAnswerFault, type RoadProtocol, readMatrix } from './road-server.ts';

/** Beyond this a place is not on the server's map, and a way from the nearest road that is says nothing. */
const OFF_MAP_M = 1000;

interface TableAnswer {
  code?: unknown;
  message?: unknown;
  durations?: unknown;
  distances?: unknown;
  sources?: unknown;
  destinations?: unknown;
}

/** OSRM's table service, version 1. It refuses more pairs than the square of its `--max-table-size`, 100 unless told otherwise. */
export const OSRM: RoadProtocol = {
  side: 100,

  request({ base, profile }, { sources, targets }) {
    const places = [...sources, ...targets].map(({ lng, lat }) => `${degrees(lng)},${degrees(lat)}`);
    const numbers = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => from + i).join(';');
    const query = [
      `sources=${numbers(0, sources.length)}`,
      `destinations=${numbers(sources.length, targets.length)}`,
      'annotations=duration,distance',
      'generate_hints=false',
    ];
    return { url: `${base}/table/v1/${encodeURIComponent(profile)}/${places.join(';')}?${query.join('&')}` };
  },

  read(answer, ask) {
    const { code, message, durations, distances, sources, destinations } = (answer ?? {}) as TableAnswer;
    if (code !== 'Ok') throw new RoadAnswerFault(`it says ${String(code)}: ${String(message ?? '')}`);
    const seconds = readMatrix(durations, ask, 'durations');
    const metres = readMatrix(distances, ask, 'distances');
    const fromOffMap = offMap(sources);
    const toOffMap = offMap(destinations);
    const known = (cells: (number | null)[][]) =>
      cells.map((row, i) => row.map((cell, j) => (fromOffMap(i) || toOffMap(j) ? null : cell)));
    return { seconds: known(seconds), metres: known(metres) };
  },

  isTooBig: (answer) => ['TooBig', 'InvalidUrl'].includes(String((answer as TableAnswer | null)?.code)),
};

/** Which of the places the server moved farther than is sensible to come onto its roads. */
function offMap(waypoints: unknown): (index: number) => boolean {
  if (!Array.isArray(waypoints)) return () => false;
  return (index) => {
    const moved = (waypoints[index] as { distance?: unknown } | null | undefined)?.distance;
    return typeof moved === 'number' && moved > OFF_MAP_M;
  };
}
