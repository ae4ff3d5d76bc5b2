import { createHash } from "node:crypto";

/** The id git gives to a file of these bytes: 40 hex digits, SHA-1 over `blob LENGTH NUL` and the bytes. */
export function blobId(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Stands in an `index` line for a file that does not exist. */
export const NO_BLOB = "0".repeat(40);
