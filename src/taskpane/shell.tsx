import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";

const darkQuery = "(prefers-color-scheme: dark)";

/** The theme of the host, or of the system where the host does not say. */
export function Shell({ isDark, children }: { readonly isDark: boolean | null; readonly children: ReactNode }) {
  const [prefersDark, setPrefersDark] = useState(() => window.matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = window.matchMedia(darkQuery);
    const update = () => setPrefersDark(query.matches);
    query.addEventListener("change", update);
    return () => query.removeEventListener("change", update);
  }, []);
  const isShownDark = isDark ?? prefersDark;
  return (
    // What the browser draws itself, such as calendars and lists, takes its colours from the scheme.
    <FluentProvider
      theme={isShownDark ? webDarkTheme : webLightTheme}
      style={{ minHeight: "100%", colorScheme: isShownDark ? "dark" : "light" }}
    >
      {children}
    </FluentProvider>
  );
}
