/** One of the routes to choose from: whose it may be, what it serves, what it costs. */
export interface RouteChoice {
  readonly owner: number;
  readonly visits: Int32Array;
  readonly cost: number;
}

/** Rounds of bargaining over what each visit may cost. */
const BARGAINS = 300;
/** Rounds without progress after which smaller steps are taken. */
const PATIENCE = 12;
/** Routes tried, one after the other, while choosing. */
const MOST_TRIED = 100_000;

/**
 * Chooses routes that serve every visit marked in `open` exactly once, each owner at most `size[owner]` times, for less than
 * `below` in all; undefined where none are found in the time allowed.
 *
 * This is set partitioning: prices for the visits are bargained out by a subgradient (Held, Wolfe & Crowder 1974), then what a
 * route costs beyond the prices of its visits tells how much dearer a plan with it must be, and what is left is searched depth first.
 */
export function cheapestChoice<Route extends RouteChoice>(
  routes: readonly Route[],
  open: Uint8Array,
  size: Int32Array,
  below: number,
): readonly Route[] | undefined {
  const prices = bargain(routes, open, size, below);
  const surplus = surplusOf(routes, prices.ofVisit, prices.ofOwner);
  let bound = 0;
  for (const price of prices.ofVisit) bound += price;
  for (const price of prices.ofOwner) bound += price;
  const worth = routes.map((_, r) => r).filter((r) => bound + surplus[r]! < below);
  return new DepthFirst(routes, worth, surplus, open, size).search(bound, below);
}

interface Prices {
  readonly ofVisit: Float64Array;
  /** What an owner who can take one route only is worth: 0 or less. */
  readonly ofOwner: Float64Array;
}

/** Prices by which no route is cheaper than what it serves, their sum as high as can be: no plan costs less. */
function bargain(routes: readonly RouteChoice[], open: Uint8Array, size: Int32Array, below: number): Prices {
  const n = open.length;
  const price = new Float64Array(n);
  const served = new Int32Array(n);
  for (let i = 0; i < n; i++) if (open[i] === 1) price[i] = Infinity;
  for (const { visits, cost } of routes)
    for (const i of visits) price[i] = Math.min(price[i]!, cost / visits.length);
  for (let i = 0; i < n; i++) if (price[i] === Infinity) price[i] = below;
  let bestPrice = price.slice();
  let bestSum = -Infinity;
  let step = 1;
  let patience = PATIENCE;
  const bestOf = new Int32Array(size.length);
  const least = new Float64Array(size.length);
  for (let round = 0; round < BARGAINS && step > 0.01; round++) {
    served.fill(0);
    bestOf.fill(-1);
    least.fill(0);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += price[i]!;
    for (let r = 0; r < routes.length; r++) {
      const { visits, cost, owner } = routes[r]!;
      let left = cost;
      for (let i = 0; i < visits.length; i++) left -= price[visits[i]!]!;
      if (left >= least[owner]!) continue;
      if (size[owner]! === 1) {
        least[owner] = left;
        bestOf[owner] = r;
      } else {
        sum += left;
        for (let i = 0; i < visits.length; i++) served[visits[i]!]!++;
      }
    }
    for (let owner = 0; owner < size.length; owner++) {
      if (bestOf[owner]! < 0) continue;
      sum += least[owner]!;
      for (const i of routes[bestOf[owner]!]!.visits) served[i]!++;
    }
    if (sum > bestSum + 1e-6) {
      bestSum = sum;
      bestPrice = price.slice();
      patience = PATIENCE;
    } else if (--patience === 0) {
      step /= 2;
      patience = PATIENCE;
      price.set(bestPrice);
      continue;
    }
    let length = 0;
    for (let i = 0; i < n; i++) if (open[i] === 1) length += (1 - served[i]!) ** 2;
    if (length === 0) break;
    const move = (step * (below - sum)) / length;
    for (let i = 0; i < n; i++) if (open[i] === 1) price[i]! += move * (1 - served[i]!);
  }
  return settled(routes, bestPrice, size);
}

/** The prices moved until no route is cheaper than what it serves, and none of its visits could cost more. */
function settled(routes: readonly RouteChoice[], price: Float64Array, size: Int32Array): Prices {
  const ofOwner = new Float64Array(size.length);
  const before = surplusOf(routes, price, ofOwner);
  routes.forEach(({ owner }, r) => {
    if (size[owner]! === 1) ofOwner[owner] = Math.min(ofOwner[owner]!, before[r]!);
  });
  const surplus = surplusOf(routes, price, ofOwner);
  const more = new Float64Array(price.length).fill(Infinity);
  routes.forEach(({ visits }, r) => {
    for (const i of visits) more[i] = Math.min(more[i]!, surplus[r]! / visits.length);
  });
  return { ofVisit: price.map((each, i) => (more[i] === Infinity ? each : each + more[i]!)), ofOwner };
}

/** What each route costs beyond the prices of its visits and its owner. */
function surplusOf(
  routes: readonly RouteChoice[],
  ofVisit: Float64Array,
  ofOwner: Float64Array,
): Float64Array {
  return Float64Array.from(routes, ({ visits, cost, owner }) => {
    let left = cost - ofOwner[owner]!;
    for (const i of visits) left -= ofVisit[i]!;
    return left;
  });
}

/** Tries routes for the visit that fewest of them serve, then for the next, as long as less than the best can come of it. */
class DepthFirst<Route extends RouteChoice> {
  private readonly routes: readonly Route[];
  private readonly surplus: Float64Array;
  private readonly left: Int32Array;
  /** Visits from those that fewest routes serve on, and the routes of each, the cheapest first. */
  private readonly order: readonly number[];
  private readonly serving: readonly (readonly number[])[];
  private readonly served: Uint8Array;
  private readonly chosen: number[] = [];
  private best: readonly Route[] | undefined;
  private below = 0;
  private tried = 0;

  constructor(
    routes: readonly Route[],
    worth: readonly number[],
    surplus: Float64Array,
    open: Uint8Array,
    size: Int32Array,
  ) {
    this.routes = routes;
    this.surplus = surplus;
    this.left = size.slice();
    this.served = open.map((each) => 1 - each);
    const serving = Array.from(open, (): number[] => []);
    for (const r of worth) for (const i of routes[r]!.visits) serving[i]!.push(r);
    for (const each of serving) each.sort((one, other) => surplus[one]! - surplus[other]!);
    this.serving = serving;
    this.order = Array.from(open.keys())
      .filter((i) => open[i] === 1)
      .sort((one, other) => serving[one]!.length - serving[other]!.length);
  }

  search(bound: number, below: number): readonly Route[] | undefined {
    this.below = below;
    this.next(0, bound);
    return this.best;
  }

  private next(from: number, bound: number): void {
    const { order, served, routes, surplus, left, chosen } = this;
    let at = from;
    while (at < order.length && served[order[at]!] === 1) at++;
    if (at === order.length) {
      const cost = chosen.reduce((sum, r) => sum + routes[r]!.cost, 0);
      if (cost < this.below) {
        this.below = cost;
        this.best = chosen.map((r) => routes[r]!);
      }
      return;
    }
    for (const r of this.serving[order[at]!]!) {
      const reached = bound + surplus[r]!;
      if (reached >= this.below || ++this.tried > MOST_TRIED) return;
      const { visits, owner } = routes[r]!;
      if (left[owner] === 0 || visits.some((i) => served[i] === 1)) continue;
      left[owner]!--;
      for (const i of visits) served[i] = 1;
      chosen.push(r);
      this.next(at + 1, reached);
      chosen.pop();
      for (const i of visits) served[i] = 0;
      left[owner]!++;
    }
  }
}
