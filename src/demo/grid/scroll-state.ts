/** Browsers lay out no element that is much higher than this, in pixels. */
const longestTrack = 6_000_000;
/** Layers are placed relative to multiples of this, because positions far out lose their precision. */
const baseStep = 1 << 19;
/** After so many milliseconds without movement the scroll bar is put where it belongs. */
const settlePause = 160;

/**
 * One direction of scrolling. The track may be shorter than the sheet: small movements are taken as they are, long ones (the thumb is
 * dragged) in proportion, and when the scroll bar rests it is moved to its proportional place.
 */
class ScrollAxis {
  position = 0;
  /** How far the sheet can be scrolled, and the scroll bar. */
  private most = 0;
  private track = 0;
  private seen = 0;

  get trackLength(): number {
    return this.track;
  }

  setMost(most: number): void {
    this.most = Math.max(0, Math.round(most));
    this.track = Math.min(this.most, longestTrack);
    this.position = Math.min(this.position, this.most);
  }

  get scrollTop(): number {
    return this.most === this.track ? this.position : (this.position / this.most) * this.track;
  }

  /** Takes over what the scroll bar says; `page` is what is visible. */
  follow(scrollTop: number, page: number): void {
    const delta = scrollTop - this.seen;
    this.seen = scrollTop;
    if (this.most === this.track) this.position = Math.min(scrollTop, this.most);
    else if (scrollTop <= 0) this.position = 0;
    else if (scrollTop >= this.track - 1) this.position = this.most;
    else if (Math.abs(delta) <= page * 2) this.position += delta;
    else this.position = (scrollTop / this.track) * this.most;
    this.position = Math.max(0, Math.min(this.most, this.position));
  }

  moveTo(position: number): void {
    this.position = Math.max(0, Math.min(this.most, Math.round(position)));
  }

  /** Where the scroll bar is to be put; remembered as seen. */
  place(): number {
    this.seen = Math.round(this.scrollTop);
    return this.seen;
  }
}

interface Layer {
  readonly element: HTMLElement;
  readonly movesX: boolean;
  readonly movesY: boolean;
}

/** What is scrolled to, in pixels of the sheet; moves the layers of the grid without asking React. */
export class ScrollState {
  private readonly horizontal = new ScrollAxis();
  private readonly vertical = new ScrollAxis();
  private readonly layers = new Set<Layer>();
  private readonly listeners = new Set<() => void>();
  private element: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private base = 0;
  page = { width: 0, height: 0 };
  /** Pixels that frozen lines take; they do not scroll. */
  frozen = { width: 0, height: 0 };
  isScrolling = false;

  get x(): number {
    return this.horizontal.position;
  }
  get y(): number {
    return this.vertical.position;
  }
  get trackSize(): { width: number; height: number } {
    return { width: this.horizontal.trackLength, height: this.vertical.trackLength };
  }

  static findBase(y: number): number {
    return Math.floor(y / baseStep) * baseStep;
  }

  attach(element: HTMLElement): () => void {
    this.element = element;
    const onScroll = () => this.readElement();
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      element.removeEventListener("scroll", onScroll);
      clearTimeout(this.timer);
      this.element = null;
    };
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** `width` and `height` are those of the whole sheet, `page` of the part that scrolls. */
  setSizes(
    sheet: { width: number; height: number },
    frozen: { width: number; height: number },
    page: { width: number; height: number },
  ): void {
    this.page = page;
    this.frozen = frozen;
    this.horizontal.setMost(sheet.width - frozen.width - page.width);
    this.vertical.setMost(sheet.height - frozen.height - page.height);
  }

  /** To be called when the element has got its sizes. */
  placeElement(): void {
    if (!this.element) return;
    const [left, top] = [this.horizontal.place(), this.vertical.place()];
    if (this.element.scrollLeft !== left) this.element.scrollLeft = left;
    if (this.element.scrollTop !== top) this.element.scrollTop = top;
    this.moveLayers();
  }

  scrollTo(x: number, y: number): void {
    if (x === this.x && y === this.y) return;
    this.horizontal.moveTo(x);
    this.vertical.moveTo(y);
    this.placeElement();
    this.announce();
  }

  addLayer(element: HTMLElement, movesX: boolean, movesY: boolean): () => void {
    const layer = { element, movesX, movesY };
    this.layers.add(layer);
    this.moveLayer(layer);
    return () => this.layers.delete(layer);
  }

  /** The layers were drawn relative to `base`. */
  setBase(base: number): void {
    this.base = base;
    this.moveLayers();
  }

  announce(): void {
    for (const listener of this.listeners) listener();
  }

  private readElement(): void {
    const { element } = this;
    if (!element) return;
    const [oldX, oldY] = [this.x, this.y];
    this.horizontal.follow(element.scrollLeft, this.page.width);
    this.vertical.follow(element.scrollTop, this.page.height);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isScrolling = false;
      this.placeElement();
      this.announce();
    }, settlePause);
    if (this.x === oldX && this.y === oldY) return;
    this.isScrolling = true;
    this.moveLayers();
    this.announce();
  }

  private moveLayers(): void {
    for (const layer of this.layers) this.moveLayer(layer);
  }

  private moveLayer({ element, movesX, movesY }: Layer): void {
    const x = movesX ? -this.x - this.frozen.width : 0;
    const y = movesY ? this.base - this.y - this.frozen.height : 0;
    element.style.transform = `translate3d(${x}px,${y}px,0)`;
  }
}
