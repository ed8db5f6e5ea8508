const EMPTY = -0x80000000;
const SMALLEST = 64;
/** A table grows when more than this share of its slots is taken. */
const FULL_SHARE = 0.75;

function scatter(first: number, second: number): number {
  let hash = Math.imul(first ^ (second >>> 16), 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Different pairs of 32-bit whole numbers; only whether a pair is there can be asked. */
export class PairSet {
  private words = new Int32Array(2 * SMALLEST).fill(EMPTY);
  private mask = SMALLEST - 1;
  private hasEmpty = false;
  private count = 0;

  /** Number of different pairs. */
  get size(): number {
    return this.count;
  }

  /** Adds a pair; false where it was there already. */
  add(first: number, second: number): boolean {
    if (first === EMPTY && second === EMPTY) {
      if (this.hasEmpty) return false;
      this.hasEmpty = true;
      this.count++;
      return true;
    }
    const at = this.findSlot(first, second);
    if (this.isTaken(at)) return false;
    this.words[2 * at] = first;
    this.words[2 * at + 1] = second;
    if (++this.count > FULL_SHARE * (this.mask + 1)) this.grow();
    return true;
  }

  /** Whether a pair was added. */
  has(first: number, second: number): boolean {
    return first === EMPTY && second === EMPTY ? this.hasEmpty : this.isTaken(this.findSlot(first, second));
  }

  private isTaken(slot: number): boolean {
    return this.words[2 * slot] !== EMPTY || this.words[2 * slot + 1] !== EMPTY;
  }

  private findSlot(first: number, second: number): number {
    const { words, mask } = this;
    let slot = scatter(first, second) & mask;
    for (;;) {
      const a = words[2 * slot];
      const b = words[2 * slot + 1];
      if ((a === first && b === second) || (a === EMPTY && b === EMPTY)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const old = this.words;
    this.mask = this.mask * 2 + 1;
    this.words = new Int32Array(2 * (this.mask + 1)).fill(EMPTY);
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === EMPTY && old[i + 1] === EMPTY) continue;
      const slot = this.findSlot(old[i], old[i + 1]);
      this.words[2 * slot] = old[i];
      this.words[2 * slot + 1] = old[i + 1];
    }
  }
}

/** Different pairs of 32-bit whole numbers, numbered 0, 1, ... as they first appear. */
export class PairTable {
  /** First number of each pair; longer than {@link size}. */
  firsts: Int32Array = new Int32Array(SMALLEST);
  /** Second number of each pair; longer than {@link size}. */
  seconds: Int32Array = new Int32Array(SMALLEST);
  private slots = new Int32Array(2 * SMALLEST);
  private count = 0;

  /** Number of different pairs. */
  get size(): number {
    return this.count;
  }

  /** Number of entries that columns beside the pairs should have room for. */
  get capacity(): number {
    return this.firsts.length;
  }

  /** The number of a pair, which is the {@link size} of before where it is new. */
  add(first: number, second: number): number {
    const { slots, firsts, seconds } = this;
    const mask = slots.length - 1;
    let slot = scatter(first, second) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = slots[slot] - 1;
      if (firsts[index] === first && seconds[index] === second) return index;
    }
    const index = this.count++;
    slots[slot] = index + 1;
    if (index === firsts.length - 1) this.lengthen();
    this.firsts[index] = first;
    this.seconds[index] = second;
    if (this.count > FULL_SHARE * slots.length) this.spread();
    return index;
  }

  /** Gives back what only {@link add} needs; no pair can be added from here on. */
  close(): void {
    this.slots = new Int32Array(0);
  }

  private lengthen(): void {
    const length = Math.ceil(this.firsts.length * 1.5);
    const [firsts, seconds] = [new Int32Array(length), new Int32Array(length)];
    firsts.set(this.firsts);
    seconds.set(this.seconds);
    this.firsts = firsts;
    this.seconds = seconds;
  }

  private spread(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1);
    for (let index = 0; index < this.count; index++) {
      let slot = scatter(this.firsts[index], this.seconds[index]) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = index + 1;
    }
  }
}
