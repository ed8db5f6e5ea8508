import { CallError } from "./call-port";
import type { FilePart } from "./protocol";

/** A file that the demo brings along. @throws CallError `fetchFailed` */
export async function loadFile(url: string, name: string): Promise<FilePart> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    throw new CallError({ code: "fetchFailed", detail: String(error), parameters: {} });
  }
}

export async function readFile(file: File): Promise<FilePart> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Hands a file to the user. */
export function downloadFile({ name, bytes }: FilePart): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
