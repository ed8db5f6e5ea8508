import { PNG } from "pngjs";
import * as jobs from "./job-icons";
import type { Layer, Shape } from "./shapes";
import { amber, disc, grey, rectangle, teal } from "./shapes";

const samplesPerSide = 8;

/** Three tiers of customers rising to the right, and the customer on top of the highest. */
export function layoutMark(size: number): Layer[] {
  const unit = size / 16;
  const bar = Math.round(4 * unit);
  const gap = Math.floor(unit);
  const left = Math.round((size - 3 * bar - 2 * gap) / 2);
  const bottom = size - gap;
  const corner = size < 32 ? 0 : size / 40;
  const heights = [4, 7, 9].map((height) => Math.floor(height * unit));
  const bars = heights.map((height, index) =>
    rectangle(left + index * (bar + gap), bottom - height, bar, height, corner),
  );
  const right = left + 2 * (bar + gap);
  const headBottom = bottom - heights[2]! - gap;
  const small = size < 24;
  const radius = small ? 0.56 * bar : bar / 2 + unit / 8;
  const head = disc(right + bar / 2, headBottom - (small ? bar / 2 : radius), radius);
  const headPixels = rectangle(right, headBottom - bar, bar, bar);
  return [
    { shape: bars[0]!, colour: grey },
    { shape: bars[1]!, colour: teal },
    { shape: bars[2]!, colour: amber },
    { shape: (x, y) => head(x, y) && (!small || headPixels(x, y)), colour: amber },
  ];
}

/** An information sign in a ring. */
export function layoutHelp(size: number): Layer[] {
  const unit = size / 16;
  const centre = size / 2;
  const stroke = Math.floor(unit);
  const outer = disc(centre, centre, centre - stroke);
  const inner = disc(centre, centre, centre - 2 * stroke);
  const width = 2 * Math.round((size < 32 ? 2 : 1.7) * unit * 0.5);
  const left = centre - width / 2;
  const dotTop = Math.round(4 * unit);
  const stemTop = dotTop + width + stroke;
  const stemBottom = size - dotTop;
  return [
    { shape: (x, y) => outer(x, y) && !inner(x, y), colour: grey },
    {
      shape: size < 32 ? rectangle(left, dotTop, width, width) : disc(centre, dotTop + width / 2, width / 2 + unit / 8),
      colour: amber,
    },
    { shape: rectangle(left, stemTop, width, stemBottom - stemTop, size < 32 ? 0 : unit / 3), colour: teal },
  ];
}

/** Two arcs that follow each other around, each with a head. */
export function layoutRefresh(size: number): Layer[] {
  const unit = size / 16;
  const centre = size / 2;
  const outer = disc(centre, centre, 6.5 * unit);
  const inner = disc(centre, centre, 4.5 * unit);
  const ring: Shape = (x, y) => outer(x, y) && !inner(x, y);
  const gap = 2.2 * unit;
  const upper: Shape = (x, y) => ring(x, y) && y < centre && x < centre + gap;
  const lower: Shape = (x, y) => ring(x, y) && y > centre && x > centre - gap;
  const reach = 3 * unit;
  const right: Shape = (x, y) => {
    const along = x - (centre + gap);
    return along >= 0 && along <= reach && Math.abs(y - (centre - 5 * unit)) <= reach - along;
  };
  const left: Shape = (x, y) => right(size - x, size - y);
  return [
    { shape: right, colour: teal },
    { shape: left, colour: amber },
    { shape: upper, colour: teal },
    { shape: lower, colour: amber },
  ];
}

/** Three rows of a table, each in the colour of its segment. */
export function layoutColors(size: number): Layer[] {
  const unit = size / 16;
  const height = Math.round(3.5 * unit);
  const gap = Math.max(1, Math.round(unit));
  const left = Math.round(unit);
  const top = Math.round((size - 3 * height - 2 * gap) / 2);
  const corner = size < 32 ? 0 : size / 40;
  const row = (index: number): Shape => rectangle(left, top + index * (height + gap), size - 2 * left, height, corner);
  return [amber, teal, grey].map((colour, index) => ({ shape: row(index), colour }));
}

/** A sheet that is crossed out. */
export function layoutRemove(size: number): Layer[] {
  const unit = size / 16;
  const stroke = Math.max(1, Math.round(1.25 * unit));
  const left = Math.round(2 * unit);
  const top = Math.round(unit);
  const [width, height] = [size - 2 * left - Math.round(2 * unit), size - 2 * top];
  const outer = rectangle(left, top, width, height, size < 32 ? 0 : size / 40);
  const inner = rectangle(left + stroke, top + stroke, width - 2 * stroke, height - 2 * stroke);
  const [crossX, crossY, arm] = [size - 5 * unit, size - 5 * unit, 4 * unit];
  const cross = (half: number, reach: number): Shape => {
    const thick = half * Math.SQRT2;
    return (x, y) => {
      const [dx, dy] = [x - crossX, y - crossY];
      const isNear = Math.abs(dx) <= reach && Math.abs(dy) <= reach;
      return isNear && (Math.abs(dx - dy) <= thick || Math.abs(dx + dy) <= thick);
    };
  };
  const halo = cross(1.7 * unit, arm + unit);
  return [
    { shape: cross(0.9 * unit, arm), colour: amber },
    { shape: (x, y) => outer(x, y) && !inner(x, y) && !halo(x, y), colour: grey },
  ];
}

/** A card with a person and two lines about her. */
export function layoutCard(size: number): Layer[] {
  const unit = size / 16;
  const stroke = Math.max(1, Math.round(unit));
  const left = Math.round(0.5 * unit);
  const top = Math.round(2 * unit);
  const [width, height] = [size - 2 * left, size - 2 * top];
  const outer = rectangle(left, top, width, height, size < 32 ? 0 : size / 24);
  const inner = rectangle(left + stroke, top + stroke, width - 2 * stroke, height - 2 * stroke);
  const headX = 5 * unit;
  const head = disc(headX, 6.2 * unit, 1.7 * unit);
  const shoulders = disc(headX, 11.6 * unit, 3 * unit);
  const line = (at: number): Shape =>
    rectangle(Math.round(9 * unit), Math.round(at * unit), Math.round(4.5 * unit), stroke);
  return [
    { shape: (x, y) => outer(x, y) && !inner(x, y), colour: grey },
    { shape: head, colour: amber },
    { shape: (x, y) => shoulders(x, y) && y < 11.6 * unit, colour: amber },
    { shape: line(6), colour: teal },
    { shape: line(9), colour: teal },
  ];
}

/** RGBA bytes of the layers over nothing, each pixel the mean of 64 points. */
function paint(size: number, layers: Layer[]): PNG {
  const image = new PNG({ width: size, height: size });
  for (let pixel = 0; pixel < size * size; pixel++) {
    const sum = [0, 0, 0, 0];
    for (let sample = 0; sample < samplesPerSide ** 2; sample++) {
      const x = (pixel % size) + ((sample % samplesPerSide) + 0.5) / samplesPerSide;
      const y = Math.floor(pixel / size) + (Math.floor(sample / samplesPerSide) + 0.5) / samplesPerSide;
      const top = layers.find(({ shape }) => shape(x, y));
      if (!top) continue;
      top.colour.forEach((value, channel) => (sum[channel]! += value));
      sum[3]!++;
    }
    const covered = sum[3]!;
    for (let channel = 0; channel < 3; channel++)
      image.data[pixel * 4 + channel] = covered && Math.round(sum[channel]! / covered);
    image.data[pixel * 4 + 3] = Math.round((covered * 255) / samplesPerSide ** 2);
  }
  return image;
}

const buttonSizes = [16, 20, 24, 32, 40, 48, 64, 80] as const;

const icons: Readonly<
  Record<string, { readonly sizes: readonly number[]; readonly layOut: (size: number) => Layer[] }>
> = {
  icon: { sizes: [16, 20, 24, 32, 40, 48, 64, 80, 96, 128], layOut: layoutMark },
  help: { sizes: buttonSizes, layOut: layoutHelp },
  refresh: { sizes: buttonSizes, layOut: layoutRefresh },
  colors: { sizes: buttonSizes, layOut: layoutColors },
  remove: { sizes: buttonSizes, layOut: layoutRemove },
  card: { sizes: buttonSizes, layOut: layoutCard },
  decide: { sizes: buttonSizes, layOut: jobs.layoutDecide },
  more: { sizes: buttonSizes, layOut: jobs.layoutMore },
  "job-scorecard": { sizes: buttonSizes, layOut: jobs.layoutScorecard },
  "job-wallet": { sizes: buttonSizes, layOut: jobs.layoutWallet },
  "job-movement": { sizes: buttonSizes, layOut: jobs.layoutMovement },
  "job-kpi": { sizes: buttonSizes, layOut: jobs.layoutKpi },
  "job-campaign": { sizes: buttonSizes, layOut: jobs.layoutCampaign },
  "job-cards": { sizes: buttonSizes, layOut: jobs.layoutCards },
  "job-plan": { sizes: buttonSizes, layOut: jobs.layoutPlan },
  "job-crosssell": { sizes: buttonSizes, layOut: jobs.layoutCrossSell },
  "job-lookalike": { sizes: buttonSizes, layOut: jobs.layoutLookAlike },
};

/** Every icon by file name. */
export function drawIcons(): Map<string, Buffer> {
  return new Map(
    Object.entries(icons).flatMap(([name, { sizes, layOut }]) =>
      sizes.map((size) => [`${name}-${size}.png`, PNG.sync.write(paint(size, layOut(size)))] as const),
    ),
  );
}
