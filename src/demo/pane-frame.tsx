import { useEffect, useRef } from "react";
import type { PageMessage, PaneMessage } from "./pane-messages";
import { buildPaneUrl, readMessage } from "./pane-messages";
import type { WorkbookClient } from "./workbook-client";

interface Props {
  readonly client: WorkbookClient;
  readonly language: "en" | "zh";
  readonly isDark: boolean;
  readonly title: string;
  /** A command that the user chose in the ribbon; a new object each time. */
  readonly command: { readonly name: string } | null;
  readonly onCommands: (names: readonly string[]) => void;
  readonly onDialog: (url: string) => void;
}

/**
 * The add-in's own pane in a frame, as in Excel on the web: Office.js changes the globals of the page that it is loaded into, and a pane
 * that fails must not take the workbook along. To be given a key that changes when the pane has to start anew.
 */
export function PaneFrame({ client, language, isDark, title, command, onCommands, onDialog }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const handlers = useRef({ onCommands, onDialog });
  handlers.current = { onCommands, onDialog };

  useEffect(() => {
    const send = (message: PageMessage, transfer: Transferable[] = []) =>
      frame.current?.contentWindow?.postMessage(message, location.origin, transfer);
    const receive = (event: MessageEvent) => {
      const message = readMessage<PaneMessage>(event, frame.current?.contentWindow);
      if (message?.kind === "ready") {
        const { port1, port2 } = new MessageChannel();
        client.connectAddIn(port1);
        send({ kind: "connect" }, [port2]);
      } else if (message?.kind === "commands") handlers.current.onCommands(message.names);
      else if (message?.kind === "dialog" && new URL(message.url, location.href).origin === location.origin)
        handlers.current.onDialog(message.url);
    };
    addEventListener("message", receive);
    return () => removeEventListener("message", receive);
  }, [client]);

  useEffect(() => {
    if (!command) return;
    const message: PageMessage = { kind: "command", name: command.name };
    frame.current?.contentWindow?.postMessage(message, location.origin);
  }, [command]);

  return <iframe ref={frame} className="pane-frame" title={title} src={buildPaneUrl(language, isDark)} />;
}
