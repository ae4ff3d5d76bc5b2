import fs from "node:fs";
import { codeOf } from "../text/system-error.ts";
import { folderReason, type PreparedFile, writeReason } from "./prepare-write.ts";

/** A file whose new bytes could not be put beside it; the message is a clause. */
export class StageError extends Error {
  readonly file: PreparedFile;

  constructor(file: PreparedFile, reason: string) {
    super(reason);
    this.file = file;
  }
}

/** The new bytes under another name beside their target, with its mode and owner, on disk. Nothing for a deletion. */
export async function stageFile(file: PreparedFile, temporary: string): Promise<void> {
  if (file.after === null) return;
  try {
    const mode = Number((file.stat?.mode ?? 0o666n) & 0o7777n);
    const handle = await make(temporary, mode & 0o777);
    try {
      await handle.writeFile(file.after);
      if (file.stat !== null) await takeOver(handle, file.stat, mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new StageError(file, reasonOf(error));
  }
}

async function make(file: string, mode: number): Promise<fs.promises.FileHandle> {
  try {
    return await fs.promises.open(file, "wx", mode);
  } catch (error) {
    const code = codeOf(error);
    throw code === undefined ? error : new Error(folderReason(code));
  }
}

/** chown clears set-user-id bits, so the mode comes after it. */
async function takeOver(handle: fs.promises.FileHandle, old: fs.BigIntStats, mode: number): Promise<void> {
  const own = await handle.stat({ bigint: true });
  if (own.uid !== old.uid || own.gid !== old.gid) {
    await handle.chown(Number(old.uid), Number(old.gid)).catch(() => {
      throw new Error(`its owner (uid ${old.uid}, gid ${old.gid}) cannot be kept`);
    });
  }
  await handle.chmod(mode);
}

/** Waits until a file or directory is on disk. Some file systems cannot say that of a directory. */
export async function flush(file: string): Promise<void> {
  try {
    const handle = await fs.promises.open(file, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (["EINVAL", "ENOTSUP", "EPERM", "EBADF", "EACCES"].includes(codeOf(error) ?? "")) return;
    throw new Error(`${file} could not be flushed to disk (${codeOf(error) ?? String(error)})`);
  }
}

/** Any failure of the file system as a clause; other errors are bugs and are thrown. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return writeReason(code);
  if (error instanceof Error) return error.message;
  throw error;
}
