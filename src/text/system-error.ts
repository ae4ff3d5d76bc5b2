import { UserError } from "./user-error.ts";

/** The code of a failed system call (`EACCES`); undefined for any other value. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** What the user's machine may refuse, as a clause. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left",
  EDQUOT: "your quota is used up",
  EIO: "the disk reports an error",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open on this machine",
  ELOOP: "its symbolic links go round in a circle",
  ENOTDIR: "a part of the path is not a directory",
  ENAMETOOLONG: "its name is too long for the file system",
};

/** Why a path that the user named gave nothing, by the code of the call that failed; as a clause. */
export function unreadReason(code: string): string {
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file or directory";
  if (code === "ELOOP") return "its symbolic links go round in a circle";
  return `it cannot be read (${REFUSALS[code] ?? code})`;
}

/** Why the machine refused a system call; undefined for codes that tell of a bug, as `ENOENT` for a file that osfix made. */
export function refusalOf(error: unknown): string | undefined {
  return REFUSALS[codeOf(error) ?? ""];
}

/** A system call that the machine refused and no caller dealt with, as an error for the user; undefined for any other error. */
export function refusedCall(error: unknown): UserError | undefined {
  const reason = refusalOf(error);
  if (reason === undefined || !(error instanceof Error)) return undefined;
  const file = "path" in error && typeof error.path === "string" ? `${error.path}: ` : "";
  const call = "syscall" in error && typeof error.syscall === "string" ? ` (${error.syscall})` : "";
  return new UserError(`${file}${reason}${call}`);
}
