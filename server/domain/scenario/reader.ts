import { unknownName } from './nearest.ts';
import { InvalidScenario } from './scenario.ts';

export type Path = readonly (string | number)[];

/** A value of the file with the place it stands at, so that a complaint can name the line. */
export class Reader {
  readonly value: unknown;
  readonly path: Path;
  constructor(value: unknown, path: Path) {
    this.value = value;
    this.path = path;
  }

  fail(message: string): never {
    throw new InvalidScenario(message, this.path);
  }

  get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }

  map(what: string): ReadonlyMap<string, Reader> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      this.fail(`${what} must be a mapping, not ${shown(this.value)}.`);
    return new Map(
      Object.entries(this.value as Record<string, unknown>).map(([key, value]) => [
        key,
        new Reader(value, [...this.path, key]),
      ]),
    );
  }

  list(what: string): readonly Reader[] {
    if (!Array.isArray(this.value)) this.fail(`${what} must be a list, not ${shown(this.value)}.`);
    return (this.value as unknown[]).map((value, index) => new Reader(value, [...this.path, index]));
  }

  text(what: string): string {
    if (typeof this.value !== 'string') this.fail(`${what} must be a text, not ${shown(this.value)}.`);
    return this.value as string;
  }

  number(what: string): number {
    if (typeof this.value !== 'number' || !Number.isFinite(this.value))
      this.fail(`${what} must be a number, not ${shown(this.value)}.`);
    return this.value as number;
  }

  boolean(what: string): boolean {
    if (typeof this.value !== 'boolean')
      this.fail(`${what} must be true or false, not ${shown(this.value)}.`);
    return this.value as boolean;
  }

  /** One of the known words; the complaint names the nearest. */
  oneOf<T extends string | number>(what: string, known: readonly T[]): T {
    const found = known.find((one) => one === this.value);
    if (found === undefined) this.fail(unknownName(what, String(this.value), known.map(String)));
    return found;
  }

  /** One of the known words in whatever case, as it is known. */
  word<T extends string>(what: string, known: readonly T[]): T {
    const written = String(this.value).toLowerCase();
    return known.find((one) => one.toLowerCase() === written) ?? this.oneOf(what, known);
  }

  /** The entries of a mapping, none but known ones. */
  known(what: string, keys: readonly string[]): ReadonlyMap<string, Reader> {
    const map = this.map(what);
    for (const [key, reader] of map)
      if (!keys.includes(key)) reader.fail(unknownName(`field of ${what}`, key, keys));
    return map;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}
