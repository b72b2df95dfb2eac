/**
 * A whole that is searched in parts. Every variable begins with a choice that costs it nothing; what of these does not go
 * together at no cost is broken. A part is a set of variables that hang together by broken links, and is searched by itself.
 * Where its answer breaks a link to a variable beside it, that joins the part with its link, and the search goes on; where it
 * breaks one to another part, the two become one: what was found out about each holds, and the search goes on too, unless
 * something was ruled out for what an answer costs. Links that no answer breaks cost nothing and are never looked into, so that
 * what the parts cost at least, taken together, is what the whole does.
 */
import type { Budget } from './budget.ts';
import type { Network } from './network.ts';

/** What is searched, as the parts see it. */
export interface Whole<Link> {
  /** The links of a variable. */
  linksOf(id: number): readonly Link[];
  /** The variables that a link is between. */
  endsOf(link: Link): readonly [number, number];
  /** The end of a link that is not this one. */
  otherEnd(link: Link, id: number): number;
  /** Whether what the two ends have chosen does not go together, or costs something beside each other. */
  isBroken(link: Link, choices: readonly number[]): boolean;
  /** Puts a variable into a part's network. */
  admit(id: number, network: Network): void;
  /** Puts a link into a part's network that has both its ends. */
  wake(link: Link, network: Network): void;
  /** What a variable begins with that there was not before. */
  choiceOfNew(id: number): number;
  /** What a variable has chosen where it takes a place in its network's member, and the other way round. */
  choiceAt(id: number, place: number): number;
  placeOf(id: number, choice: number): number;
  /** A search of a part. @param best places known to go together */
  search(network: Network, best: readonly number[] | undefined, check: Check): PartSearch;
}

/**
 * Asked of a choice that goes together in a network: wakes what it breaks beyond that; members may join the network by it.
 * @param places of each member the place of its value
 */
export type Check = (places: readonly number[]) => 'fits' | 'woke' | 'left';

/** Asked when the choices of all parts go together. It may answer with links that are new, which these may break. */
export type CheckAll<Link> = () => 'fits' | 'left' | readonly Link[];

/** Why a search pauses: a first choice was found; there is no better one; the check wanted it to; the budget is spent. */
export type Pause = 'found' | 'complete' | 'left' | 'spent';

export interface PartSearch {
  /** The best places so far, one for each member. */
  readonly best: readonly number[] | undefined;
  /** Searches on. @param untilFound pause as soon as there are any places */
  run(budget: Budget, untilFound: boolean): Pause;
}

/** Variables that are searched together. */
export class Part<Link> {
  readonly ids: number[] = [];
  readonly links = new Set<Link>();
  /** Whether the choices of its variables go together, with each other and with those of all parts that have such choices. */
  hasChoices = false;
  /** Whether no choices cost less. */
  isComplete = false;
  /** Once it has one all its variables are in, in their order, and all its links but those that are asleep. */
  network: Network | undefined;
  readonly asleep: Link[] = [];
  search: PartSearch | undefined;
  /** A link to another part that its search broke. */
  crossed: Link | undefined;
}

export class Parts<Link> {
  /** What every variable has chosen; of parts that have none yet it means nothing. */
  readonly choices: number[];
  /** Variables of which no choices go together. */
  failed: readonly number[] = [];
  private readonly whole: Whole<Link>;
  private readonly newNetwork: () => Network;
  private readonly checkAll: CheckAll<Link>;
  private readonly parts = new Set<Part<Link>>();
  private readonly partOf: (Part<Link> | undefined)[] = [];

  /**
   * @param choices of all variables; they cost nothing
   * @param newNetwork makes an empty network
   */
  constructor(whole: Whole<Link>, choices: readonly number[], newNetwork: () => Network, checkAll: CheckAll<Link>) {
    this.whole = whole;
    this.choices = [...choices];
    this.newNetwork = newNetwork;
    this.checkAll = checkAll;
  }

  get all(): Iterable<Part<Link>> {
    return this.parts;
  }

  /** Searches on, until every part has choices or, after that, until none can have better ones. */
  run(budget: Budget, untilFound: boolean): 'found' | 'complete' | 'none' | 'left' | 'spent' {
    for (;;) {
      const all = [...this.parts];
      // First any choices for each of them, as they may have to be joined, then the best.
      const empty = all.filter(({ hasChoices }) => !hasChoices);
      if (untilFound && empty.length === 0) return 'found';
      const open = empty.length > 0 ? empty : all.filter(({ isComplete }) => !isComplete);
      const [next] = open;
      if (next === undefined) return 'complete';
      if (budget.isSpent) return 'spent';
      // Something is left for each of the others.
      const share = Math.ceil(budget.left - (budget.left * (open.length - 1)) / (4 * open.length));
      const end = this.search(next, budget.part(share));
      if (end !== undefined) return end;
    }
  }

  /** Whether every part has choices. */
  get haveChoices(): boolean {
    return this.haveChoicesBeside(undefined);
  }

  /** The part of a variable, which becomes one if it was in none. */
  partFor(id: number, hasChoices = false): Part<Link> {
    const known = this.partOf[id];
    if (known !== undefined) return known;
    const made = new Part<Link>();
    made.ids.push(id);
    made.hasChoices = hasChoices;
    this.parts.add(made);
    this.partOf[id] = made;
    return made;
  }

  /** Puts what a broken link connects into one part, which is to be searched. */
  join(link: Link, hasChoices = false): void {
    const [idOne, idTwo] = this.whole.endsOf(link);
    const ends = [this.partFor(idOne, hasChoices), this.partFor(idTwo, hasChoices)] as const;
    // The one of which more is known takes in the other.
    const [one, two] = (ends[0].network?.used ?? 0) < (ends[1].network?.used ?? 0) ? [ends[1], ends[0]] : ends;
    one.links.add(link);
    one.asleep.push(link);
    one.isComplete = false;
    one.search = undefined;
    if (one === two) return;
    one.network?.restore();
    one.hasChoices &&= two.hasChoices;
    this.unite(one, two);
  }

  /** Takes all of another part into one; its links sleep if they were not in the other's network. */
  private unite(one: Part<Link>, two: Part<Link>): void {
    this.parts.delete(two);
    if (one.network !== undefined && two.network !== undefined) one.network.absorb(two.network);
    for (const link of two.links) one.links.add(link);
    one.asleep.push(...(two.network === undefined ? two.links : two.asleep));
    for (const id of two.ids) {
      one.ids.push(id);
      this.partOf[id] = one;
      if (one.network !== undefined && two.network === undefined) this.whole.admit(id, one.network);
    }
  }

  /** Searches on in a part; what ends the search of all parts, if anything does. */
  private search(part: Part<Link>, budget: Budget): 'none' | 'left' | undefined {
    part.search ??= this.begin(part);
    const pause = part.search.run(budget, !part.hasChoices);
    part.hasChoices = part.search.best !== undefined;
    if (pause === 'complete') {
      part.isComplete = true;
      if (part.hasChoices) return undefined;
      this.failed = part.ids;
      return 'none';
    }
    if (pause === 'left') {
      if (part.crossed === undefined) return 'left';
      this.join(part.crossed);
    }
    if (pause === 'spent') {
      // The others first.
      this.parts.delete(part);
      this.parts.add(part);
    }
    return undefined;
  }

  private haveChoicesBeside(searched: Part<Link> | undefined): boolean {
    for (const part of this.parts) if (!part.hasChoices && part !== searched) return false;
    return true;
  }

  private begin(part: Part<Link>): PartSearch {
    const network = part.network ?? this.networkOf(part.ids);
    part.network = network;
    part.crossed = undefined;
    network.restore();
    this.wakeAll(part, network);
    const best = part.hasChoices ? part.ids.map((id) => this.whole.placeOf(id, this.choices[id] ?? 0)) : undefined;
    return this.whole.search(network, best, (places) => this.check(part, network, places));
  }

  private wakeAll(part: Part<Link>, network: Network): void {
    for (const link of part.asleep) this.whole.wake(link, network);
    part.asleep.length = 0;
  }

  private networkOf(ids: readonly number[]): Network {
    const network = this.newNetwork();
    for (const id of ids) this.whole.admit(id, network);
    return network;
  }

  private check(part: Part<Link>, network: Network, places: readonly number[]): 'fits' | 'woke' | 'left' {
    const before = part.ids.map((id) => this.choices[id] ?? 0);
    for (const [index, id] of part.ids.entries()) this.choices[id] = this.whole.choiceAt(id, places[index] ?? 0);
    let answer = this.lookAround(part, network, before.length);
    if (answer === 'fits' && this.haveChoicesBeside(part)) answer = this.askAll(part, network, before.length);
    if (answer !== 'fits') for (const [index, choice] of before.entries()) this.choices[part.ids[index] ?? 0] = choice;
    return answer;
  }

  private askAll(part: Part<Link>, network: Network, count: number): 'fits' | 'woke' | 'left' {
    const answer = this.checkAll();
    if (answer === 'fits' || answer === 'left') return answer;
    // What is broken beside this part is for others.
    for (const link of answer) {
      const [one, two] = this.whole.endsOf(link);
      this.choices[one] ??= this.whole.choiceOfNew(one);
      this.choices[two] ??= this.whole.choiceOfNew(two);
      if (this.partOf[one] === part || this.partOf[two] === part || !this.whole.isBroken(link, this.choices)) continue;
      this.join(link);
      this.partFor(one).hasChoices = false;
    }
    return this.lookAround(part, network, count);
  }

  /** Looks at all links of a part's first variables that are not in its network yet. */
  private lookAround(part: Part<Link>, network: Network, count: number): 'fits' | 'woke' | 'left' {
    let answer: 'fits' | 'woke' = 'fits';
    for (const id of part.ids.slice(0, count)) {
      for (const link of this.whole.linksOf(id)) {
        if (part.links.has(link)) continue;
        const other = this.whole.otherEnd(link, id);
        const theirs = this.partOf[other];
        // A part without choices will look at this one's.
        if (theirs !== undefined && theirs !== part && !theirs.hasChoices) continue;
        if (!this.whole.isBroken(link, this.choices)) continue;
        if (theirs !== undefined && theirs !== part) {
          if (part.search?.best !== undefined) {
            part.crossed = link;
            return 'left';
          }
          // Nothing has been ruled out yet for what an answer costs.
          this.unite(part, theirs);
        }
        if (theirs === undefined) {
          part.ids.push(other);
          this.partOf[other] = part;
          this.whole.admit(other, network);
        }
        part.links.add(link);
        part.asleep.push(link);
        this.wakeAll(part, network);
        answer = 'woke';
      }
    }
    return answer;
  }
}
