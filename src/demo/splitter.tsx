import type { KeyboardEvent, PointerEvent } from "react";
import { useRef } from "react";

export const narrowestPane = 320;
export const usualPane = 350;
export const widestPane = 600;
const keyStep = 10;

interface Props {
  readonly label: string;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** The bar between workbook and pane: dragged, or moved by the arrow keys. */
export function Splitter({ label, width, onResize }: Props) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const resize = (wanted: number) => onResize(Math.min(widestPane, Math.max(narrowestPane, Math.round(wanted))));
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: width + keyStep,
      ArrowRight: width - keyStep,
      Home: narrowestPane,
      End: widestPane,
    };
    if (!(event.key in steps)) return;
    event.preventDefault();
    resize(steps[event.key]);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      className="splitter"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={narrowestPane}
      aria-valuemax={widestPane}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => start.current && resize(start.current.width + start.current.x - event.clientX)}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onDoubleClick={() => onResize(usualPane)}
    />
  );
}
