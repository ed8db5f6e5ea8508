import type { ChartContent } from "../../workbook/port";
import { readBoolean, readText } from "../arguments";
import type { Host, ObjectClass } from "../host";
import { HostError } from "../host-error";
import type { ChartTarget } from "./charts";
import { changeChart, readChart } from "./charts";

type AxisTarget = ChartTarget & { readonly axis: "category" | "value" };

export const chartTitleClass: ObjectClass<ChartTarget> = {
  name: "ChartTitle",
  read: { Text: (target) => readChart(target).title, Visible: (target) => readChart(target).title !== "" },
  write: {
    Text: (target, value, host) => changeChart(target, { title: readText(value) }, host),
    Visible: (target, value, host) => {
      if (!readBoolean(value)) changeChart(target, { title: "" }, host);
    },
  },
};

export const chartLegendClass: ObjectClass<ChartTarget> = {
  name: "ChartLegend",
  read: { Visible: (target) => readChart(target).legend !== "none" },
  write: {
    Visible: (target, value, host) => {
      const { legend } = readChart(target);
      changeChart(target, { legend: !readBoolean(value) ? "none" : legend === "none" ? "right" : legend }, host);
    },
    Position: (target, value, host) => {
      const position = readText(value).toLowerCase();
      if (position !== "bottom" && position !== "right")
        throw new HostError("NotImplemented", `ChartLegend.position ${position}`);
      changeChart(target, { legend: position }, host);
    },
  },
};

function hasAxes(target: ChartTarget): boolean {
  const { kind } = readChart(target);
  return kind !== "pie" && kind !== "doughnut";
}

export const chartAxesClass: ObjectClass<ChartTarget> = {
  name: "ChartAxes",
  open: {
    CategoryAxis: (target, host) => host.make("ChartAxis", { ...target, axis: "category" }),
    ValueAxis: (target, host) => host.make("ChartAxis", { ...target, axis: "value" }),
  },
};

/** An empty text stands for automatic; a horizontal axis without numbers has no end to set. */
function changeMaximum(target: AxisTarget, value: unknown, host: Host): void {
  if (!hasAxes(target)) throw new HostError("InvalidOperation");
  if (value !== "" && typeof value !== "number") throw new HostError("InvalidArgument");
  const maximum = value === "" ? undefined : value;
  if (target.axis === "value") return changeChart(target, { valueMaximum: maximum }, host);
  if (!readChart(target).kind.startsWith("scatter")) throw new HostError("InvalidOperation");
  changeChart(target, { categoryMaximum: maximum }, host);
}

export const chartAxisClass: ObjectClass<AxisTarget> = {
  name: "ChartAxis",
  write: {
    NumberFormat: (target, value, host) => {
      if (!hasAxes(target)) throw new HostError("InvalidOperation");
      const format = readText(value);
      if (target.axis === "value") {
        changeChart(target, { valueNumberFormat: format === "General" ? undefined : format }, host);
      }
    },
    Maximum: changeMaximum,
    Minimum: () => undefined,
    ReversePlotOrder: () => undefined,
  },
  open: {
    Title: (target, host) => host.make("ChartAxisTitle", target),
    MajorGridlines: (target, host) => host.make("ChartGridlines", target),
  },
};

function changeTitle(target: AxisTarget, title: string | undefined, host: Host): void {
  const change: Partial<ChartContent> =
    target.axis === "category" ? { categoryAxisTitle: title } : { valueAxisTitle: title };
  changeChart(target, change, host);
}

export const chartAxisTitleClass: ObjectClass<AxisTarget> = {
  name: "ChartAxisTitle",
  write: {
    Text: (target, value, host) => {
      if (!hasAxes(target)) throw new HostError("InvalidOperation");
      changeTitle(target, readText(value), host);
    },
    Visible: (target, value, host) => {
      if (!hasAxes(target)) throw new HostError("InvalidOperation");
      if (!readBoolean(value)) changeTitle(target, undefined, host);
    },
  },
};

export const chartGridlinesClass: ObjectClass<AxisTarget> = {
  name: "ChartGridlines",
  write: {
    Visible: (_target, value) => {
      readBoolean(value);
    },
  },
};

export const chartDataLabelsClass: ObjectClass<ChartTarget> = {
  name: "ChartDataLabels",
  write: {
    ShowValue: (target, value, host) => changeChart(target, { dataLabels: readBoolean(value) || undefined }, host),
    NumberFormat: (_target, value) => {
      readText(value);
    },
  },
};
