import type { KeyboardEvent } from "react";
import { useEffect, useRef } from "react";
import type { SheetTab } from "./protocol";

interface Props {
  readonly label: string;
  readonly tabs: readonly SheetTab[];
  readonly active: string;
  readonly onActivate: (id: string) => void;
}

/** The tabs of all visible sheets. */
export function SheetTabs({ label, tabs, active, onActivate }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active, tabs]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === active);
    const next: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const tab = tabs[next[event.key] ?? -1];
    if (!tab) return;
    event.preventDefault();
    onActivate(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, name, color }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          className="tab"
          aria-selected={id === active}
          tabIndex={id === active ? 0 : -1}
          onClick={() => onActivate(id)}
        >
          {name}
          {color !== "" && <span className="tab-color" style={{ backgroundColor: color }} />}
        </button>
      ))}
    </div>
  );
}
