import { groupPalette } from "../../../src/jobs/layout/group-palette";
import { computeContrast, getGroupColor } from "../../../src/jobs/layout/theme";

/** What people without red, green or blue cones see, Machado, Oliveira & Fernandes (2009), on linear light. */
const visions: Readonly<Record<string, readonly (readonly number[])[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function toLab(color: string, vision: string): number[] {
  const value = parseInt(color.slice(1), 16);
  const linear = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [r, g, b] = visions[vision].map((row) => row.reduce((sum, factor, i) => sum + factor * linear[i], 0));
  const curve = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Groups of different names that mean the same share a colour, so a colour counts once. */
const cases = Object.entries(groupPalette).flatMap(([lens, colors]) =>
  Object.keys(visions).map((vision): [string, string, string[]] => [lens, vision, [...new Set(Object.values(colors))]]),
);

it.each(cases)("colours of %s can be told apart with %s vision", (_, vision, colors) => {
  const labs = colors.map((color) => toLab(color, vision));
  const close = labs.flatMap((first, i) =>
    labs.flatMap((second, j) =>
      j > i && Math.hypot(...first.map((part, k) => part - second[k])) < 7 ? [[colors[i], colors[j]]] : [],
    ),
  );
  expect(close).toEqual([]);
});

it("a name can be read on the colour of its group", () => {
  const poor = Object.entries(groupPalette).flatMap(([lens, colors]) =>
    Object.keys(colors).filter((id) => {
      const { fill, fontColor } = getGroupColor(lens, id, 0, 1);
      return computeContrast(fill, fontColor) < 4.5;
    }),
  );
  expect(poor).toEqual([]);
});
