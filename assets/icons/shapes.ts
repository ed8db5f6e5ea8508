/** Red, green, blue. */
export type Colour = readonly [red: number, green: number, blue: number];
/** True where the point, in pixels of the finished icon, belongs to the shape. */
export type Shape = (x: number, y: number) => boolean;
/** A shape in one colour; the first of several lies on top. */
export interface Layer {
  shape: Shape;
  colour: Colour;
}

export const teal: Colour = [0x23, 0x8a, 0x80];
export const amber: Colour = [0xcb, 0x7a, 0x0e];
export const grey: Colour = [0x74, 0x81, 0x8c];

/** Bars and discs are placed on whole pixels, so that small icons stay sharp. */
export function rectangle(left: number, top: number, width: number, height: number, radius = 0): Shape {
  return (x, y) => {
    if (x < left || y < top || x >= left + width || y >= top + height) return false;
    const dx = Math.max(left + radius - x, x - (left + width - radius), 0);
    const dy = Math.max(top + radius - y, y - (top + height - radius), 0);
    return dx * dx + dy * dy <= radius * radius || dx === 0 || dy === 0;
  };
}

export function disc(centreX: number, centreY: number, radius: number): Shape {
  return (x, y) => (x - centreX) ** 2 + (y - centreY) ** 2 <= radius * radius;
}
