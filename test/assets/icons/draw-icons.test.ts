import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { drawIcons } from "../../../assets/icons/icons";

const folder = join(__dirname, "../../../assets/icons");
const drawn = [...drawIcons()];

function countOpaque({ data }: PNG): number {
  return data.filter((value, index) => index % 4 === 3 && value === 255).length;
}

describe("icons", () => {
  it("are the committed PNG files, all of them and no others", () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith(".png"))
        .sort(),
    ).toEqual(drawn.map(([name]) => name).sort());
    const sizes = drawn.flatMap(([name]) => (name.startsWith("icon-") ? [parseInt(name.slice(5), 10)] : []));
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80, 96, 128]);
  });

  it.each(drawn)("%s has the size in its name and the pixels that the script draws", (name, bytes) => {
    const size = Number(/-(\d+)\.png$/.exec(name)![1]);
    const committed = PNG.sync.read(readFileSync(join(folder, name)));
    expect([committed.width, committed.height]).toEqual([size, size]);
    expect(committed.data.equals(PNG.sync.read(bytes).data)).toBe(true);
  });

  it.each(drawn)("%s is sharp: a transparent corner, and at least a twentieth of the pixels solid", (_, bytes) => {
    const image = PNG.sync.read(bytes);
    expect(image.data[3]).toBe(0);
    expect(countOpaque(image)).toBeGreaterThan(image.width * image.height * 0.05);
  });
});
