import { degrees, RoadAnswerFault, type RoadProtocol, readMatrix } from './road-server.ts';

/** Errors of its matrix that name too many places or pairs. */
const TOO_MANY = new Set([150, 156]);

interface MatrixAnswer {
  error?: unknown;
  error_code?: unknown;
  sources_to_targets?: unknown;
  units?: unknown;
}

/** Valhalla's `sources_to_targets`; 2 500 pairs at most unless it was told otherwise. Distances come in kilometres. */
export const VALHALLA: RoadProtocol = {
  side: 50,

  request({ base, profile }, { sources, targets }) {
    const places = (points: typeof sources) =>
      points.map(({ lng, lat }) => ({ lon: degrees(lng), lat: degrees(lat) }));
    return {
      url: `${base}/sources_to_targets`,
      body: JSON.stringify({
        sources: places(sources),
        targets: places(targets),
        costing: profile,
        units: 'kilometers',
        verbose: false,
      }),
    };
  },

  read(answer, ask) {
    const { error, sources_to_targets: table, units } = (answer ?? {}) as MatrixAnswer;
    if (error !== undefined) throw new RoadAnswerFault(`it says: ${String(error)}`);
    if (units !== undefined && units !== 'kilometers')
      throw new RoadAnswerFault(`it tells distances in ${JSON.stringify(units)}: expected kilometers`);
    const { durations, distances } = Array.isArray(table) ? unfolded(table) : ((table ?? {}) as Folded);
    const kilometres = readMatrix(distances, ask, 'distances');
    return {
      seconds: readMatrix(durations, ask, 'durations'),
      metres: kilometres.map((row) => row.map((cell) => (cell === null ? null : cell * 1000))),
    };
  },

  isTooBig: (answer) => TOO_MANY.has(Number((answer as MatrixAnswer | null)?.error_code)),
};

interface Folded {
  durations?: unknown;
  distances?: unknown;
}

/** Servers that know no short form answer with one object a pair. */
function unfolded(table: readonly unknown[]): Folded {
  const cells = (name: 'time' | 'distance') =>
    table.map((row) =>
      Array.isArray(row) ? row.map((cell) => (cell as Record<string, unknown> | null)?.[name] ?? null) : row,
    );
  return { durations: cells('time'), distances: cells('distance') };
}
