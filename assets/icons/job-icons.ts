import type { Colour, Layer, Shape } from "./shapes";
import { amber, disc, grey, rectangle, teal } from "./shapes";

/** A rectangle in sixteenths of the icon, on whole pixels. */
function box(size: number, left: number, top: number, width: number, height: number): Shape {
  const pixel = (part: number) => Math.round((part * size) / 16);
  const [x, y] = [pixel(left), pixel(top)];
  return rectangle(x, y, Math.max(1, pixel(left + width) - x), Math.max(1, pixel(top + height) - y));
}

/** A ring in sixteenths of the icon. */
function ring(size: number, centreX: number, centreY: number, radius: number, width: number): Shape {
  const unit = size / 16;
  const outer = disc(centreX * unit, centreY * unit, radius * unit);
  const inner = disc(centreX * unit, centreY * unit, (radius - width) * unit);
  return (x, y) => outer(x, y) && !inner(x, y);
}

/** A triangle that points up, in sixteenths of the icon. */
function peak(size: number, centreX: number, top: number, width: number, height: number): Shape {
  const unit = size / 16;
  return (x, y) => {
    const down = y / unit - top;
    return down >= 0 && down <= height && Math.abs(x / unit - centreX) <= (width / 2) * (down / height);
  };
}

/** A person from the chest up. */
function person(size: number, centreX: number, colour: Colour): Layer[] {
  const unit = size / 16;
  const shoulders = disc(centreX * unit, 13.5 * unit, 3.4 * unit);
  return [
    { shape: disc(centreX * unit, 6 * unit, 2.3 * unit), colour },
    { shape: (x, y) => shoulders(x, y) && y < 13.5 * unit, colour },
  ];
}

/** A post with signs to two sides. */
export function layoutDecide(size: number): Layer[] {
  const turn =
    (shape: Shape): Shape =>
    (x, y) =>
      shape(y, x);
  const right = turn((x, y) => peak(size, 4.5, 0, 5, 3)(x, size - y));
  const left = turn(peak(size, 9.5, 0.5, 5, 3));
  return [
    { shape: box(size, 3, 2, 10, 5), colour: teal },
    { shape: right, colour: teal },
    { shape: box(size, 3.5, 7, 10, 5), colour: amber },
    { shape: left, colour: amber },
    { shape: box(size, 7, 0.5, 2, 15), colour: grey },
  ];
}

/** Three dots. */
export function layoutMore(size: number): Layer[] {
  const unit = size / 16;
  return [grey, teal, amber].map((colour, i) => ({ shape: disc((3 + 5 * i) * unit, 8 * unit, 2.2 * unit), colour }));
}

/** Bars of points, the best on top. */
export function layoutScorecard(size: number): Layer[] {
  const lengths = [10, 7, 4];
  return [amber, teal, grey].flatMap((colour, i) => [
    { shape: box(size, 1, 2 + 4.5 * i, 2, 3), colour: grey },
    { shape: box(size, 4.5, 2 + 4.5 * i, lengths[i], 3), colour },
  ]);
}

/** A circle with a part of it taken out. */
export function layoutWallet(size: number): Layer[] {
  const unit = size / 16;
  const whole = disc(7.5 * unit, 8.5 * unit, 6 * unit);
  const part = disc(8.5 * unit, 7.5 * unit, 6 * unit);
  return [
    { shape: (x, y) => part(x, y) && x >= 8.5 * unit && y <= 7.5 * unit, colour: amber },
    { shape: (x, y) => whole(x, y) && !(x >= 7.5 * unit && y <= 8.5 * unit), colour: teal },
  ];
}

/** An arrow up and an arrow down. */
export function layoutMovement(size: number): Layer[] {
  const down =
    (shape: Shape): Shape =>
    (x, y) =>
      shape(x, size - y);
  return [
    { shape: peak(size, 4.5, 1.5, 7, 5), colour: teal },
    { shape: box(size, 3.5, 6, 2, 8), colour: teal },
    { shape: down(peak(size, 11.5, 1.5, 7, 5)), colour: amber },
    { shape: box(size, 10.5, 2, 2, 8), colour: amber },
  ];
}

/** Columns against a target. */
export function layoutKpi(size: number): Layer[] {
  return [
    { shape: box(size, 1, 4, 14, 1), colour: amber },
    { shape: box(size, 2, 9, 3, 6), colour: grey },
    { shape: box(size, 6.5, 6, 3, 9), colour: grey },
    { shape: box(size, 11, 2, 3, 13), colour: teal },
  ];
}

/** A target that was hit. */
export function layoutCampaign(size: number): Layer[] {
  const unit = size / 16;
  return [
    { shape: disc(8 * unit, 8 * unit, 3 * unit), colour: amber },
    { shape: ring(size, 8, 8, 7, 2), colour: teal },
  ];
}

/** Cards on top of each other. */
export function layoutCards(size: number): Layer[] {
  const front = box(size, 1, 5, 11, 9);
  const edge = box(size, 1, 4, 12, 10);
  const back = box(size, 4, 2, 11, 9);
  return [
    { shape: box(size, 3, 7, 3, 3), colour: amber },
    { shape: front, colour: teal },
    { shape: (x, y) => back(x, y) && !edge(x, y), colour: grey },
  ];
}

/** A list of things to do, the first of them done. */
export function layoutPlan(size: number): Layer[] {
  return [2, 7, 12].flatMap((top, i) => [
    { shape: box(size, 1, top, 3, 3), colour: i === 0 ? amber : grey },
    { shape: box(size, 6, top + 0.5, 9, 2), colour: teal },
  ]);
}

/** Two circles that share a part. */
export function layoutCrossSell(size: number): Layer[] {
  const unit = size / 16;
  const left = disc(5.5 * unit, 8 * unit, 4.8 * unit);
  const right = disc(10.5 * unit, 8 * unit, 4.8 * unit);
  return [
    { shape: (x, y) => left(x, y) && right(x, y), colour: amber },
    { shape: left, colour: teal },
    { shape: right, colour: grey },
  ];
}

/** Two people of the same outline. */
export function layoutLookAlike(size: number): Layer[] {
  return [...person(size, 4.3, amber), ...person(size, 11.7, teal)];
}
