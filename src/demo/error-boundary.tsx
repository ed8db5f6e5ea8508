import { Component } from "react";
import type { ReactNode } from "react";
import type { Words } from "../i18n/en";

interface Props {
  readonly words: Words["demo"];
  readonly children: ReactNode;
}

/** Shows words instead of a blank page when drawing fails. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.hasFailed) return children;
    return (
      <main className="crash" role="alert">
        <h1>{words.crashTitle}</h1>
        <p>{words.crash}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </main>
    );
  }
}
