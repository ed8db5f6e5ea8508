import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** A file that cannot be written; `reason` is the system's code for it, such as EACCES. */
export class WriteError extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
    cause: unknown,
  ) {
    super(`cannot write ${file}: ${reason}`, { cause });
    this.name = "WriteError";
  }
}

const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);

const nameTemporary = (path: string) => `${path}.${process.pid}.tmp`;

async function checkTarget(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: "EISDIR" });
}

/**
 * Writes files whole or not at all: all of them under other names first, then renamed. Folders are made.
 *
 * @throws WriteError that names the first file that cannot be written; no file is then changed, unless the last step fails half-way
 */
export async function writeWholeFiles(files: readonly NewFile[]): Promise<void> {
  let current = "";
  try {
    for (const { path, content } of files) {
      current = path;
      await checkTarget(path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(nameTemporary(path), content);
    }
    for (const { path } of files) {
      current = path;
      await rename(nameTemporary(path), path);
    }
  } catch (error) {
    // A temporary file that cannot exist cannot be removed either.
    await Promise.all(files.map(({ path }) => rm(nameTemporary(path), { force: true }).catch(() => undefined)));
    throw new WriteError(current, reasonOf(error), error);
  }
}
