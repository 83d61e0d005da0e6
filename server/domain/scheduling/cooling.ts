/** Temperatures in seconds of cost: a trial this much worse is taken with a chance of 1 in e. */
export interface Heat {
  readonly hot: number;
  readonly cold: number;
}

/** Share of the budget that shows how many trials it holds. */
const SHOWN_AFTER = 0.05;
/** Anneals from the whole heat at most, and the share of the budget and of the heat for the last one where there are several. */
const MOST_ANNEALS = 4;
const LAST_SHARE = 0.15;
const LAST_HEAT = 0.1;

/**
 * The temperature over the budget. It falls from hot to cold by the share that is spent; where the budget holds trials for several
 * anneals it does so again and again, and at last from a lower heat: what single anneals of one small day settle on differs by a
 * hundredth and more, however long they take.
 */
export class Cooling {
  temperature: number;
  /** How many anneals from the whole heat there will be; 0 while that is not known. */
  anneals = 0;
  private readonly heat: Heat;
  /** Trials that are enough for one anneal. */
  private readonly enough: number;
  /** Share that was spent before the first trial, on the first plan. */
  private spentBefore = -1;
  private hot: number;
  private begun = 0;
  private ends = 1;

  constructor(heat: Heat, enough: number) {
    this.heat = heat;
    this.enough = enough;
    this.hot = heat.hot;
    this.temperature = heat.hot;
  }

  /** Goes on to a share of the budget after so many trials; answers whether an anneal has ended and the next begins. */
  advance(spent: number, trials: number): boolean {
    const { heat } = this;
    if (this.spentBefore < 0) this.spentBefore = spent;
    const searched = spent - this.spentBefore;
    if (this.anneals === 0 && searched > SHOWN_AFTER) {
      const several = (1 - LAST_SHARE - this.spentBefore) * (trials / searched / this.enough);
      this.anneals = Math.max(1, Math.min(MOST_ANNEALS, Math.floor(several)));
      if (this.anneals > 1) this.ends = (1 - LAST_SHARE) / this.anneals;
    }
    const over = spent >= this.ends;
    if (over) {
      const next = this.ends + (this.ends - this.begun);
      const isLast = next > 1;
      this.begun = this.ends;
      this.ends = isLast ? 1 : next;
      this.hot = isLast ? heat.hot * LAST_HEAT : heat.hot;
    }
    this.temperature = this.hot * (heat.cold / this.hot) ** ((spent - this.begun) / (this.ends - this.begun));
    return over;
  }
}
