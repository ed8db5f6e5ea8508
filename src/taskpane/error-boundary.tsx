import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Component } from "react";
import { getWords } from "../i18n/words";
import type { Language } from "../i18n/words";

interface Properties {
  readonly language: Language;
  /** Starts the pane anew. */
  readonly onRestart: () => void;
  readonly children: ReactNode;
}

/** Catches errors of the pane's own drawing: work on the workbook runs outside of it and ends, or is undone, by itself. */
export class ErrorBoundary extends Component<Properties, { readonly failed: string | null }> {
  override state = { failed: null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.name : typeof error };
  }

  private readonly restart = () => {
    this.setState({ failed: null });
    this.props.onRestart();
  };

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    const { pane } = getWords(this.props.language);
    return (
      <main style={{ padding: 20 }}>
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{pane.errorTitle}</MessageBarTitle>
            {pane.crashed}
            <details>
              <summary>{pane.details}</summary>
              {this.state.failed}
            </details>
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={this.restart}>{pane.restart}</Button>
          </MessageBarActions>
        </MessageBar>
      </main>
    );
  }
}
