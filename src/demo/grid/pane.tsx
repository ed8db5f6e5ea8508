import type { ReactNode } from "react";
import { useLayoutEffect, useRef } from "react";
import type { ScrollState } from "./scroll-state";

/** One of the up to four parts into which frozen lines divide a sheet, or a header. */
export interface PaneFrame {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly movesX: boolean;
  readonly movesY: boolean;
}

interface Props {
  readonly frame: PaneFrame;
  readonly scroll: ScrollState;
  readonly className?: string;
  readonly fontSize?: number;
  readonly children: ReactNode;
}

/** Clips its content, which is placed in pixels of the sheet, to its frame and moves it when the sheet is scrolled. */
export function Pane({ frame, scroll, className = "", fontSize, children }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const { movesX, movesY, left, top, width, height } = frame;
  useLayoutEffect(() => scroll.addLayer(layer.current!, movesX, movesY), [scroll, movesX, movesY]);
  return (
    <div className={`pane ${className}`} style={{ left, top, width, height, fontSize }}>
      <div ref={layer} className="pane-layer">
        {children}
      </div>
    </div>
  );
}
