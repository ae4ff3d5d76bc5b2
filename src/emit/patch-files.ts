import fs from "node:fs";
import path from "node:path";
import { literally } from "../text/literally.ts";
import { UserError } from "../text/user-error.ts";

/** A patch file of a series that is on disk. */
export interface PatchFile {
  readonly name: string;
  readonly file: string;
  readonly mail: MailHead | undefined;
}

/** What `git am` must keep. */
interface MailHead {
  readonly from: string;
  readonly date: string;
  readonly subject: string;
}

/**
 * The patches of a folder in the order of its `series`, else of their names; or one patch file.
 *
 * @throws UserError when there is nothing to apply, a listed patch is missing, or a patch is listed by none
 */
export function readSeries(given: string): readonly PatchFile[] {
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  if (!stat) throw new UserError(`there is no series ${given}`);
  if (stat.isFile()) return [patchFile(path.dirname(given), path.basename(given))];
  const names = fs
    .readdirSync(given)
    .filter((name) => name.endsWith(".patch"))
    .sort();
  const listFile = path.join(given, "series");
  const listed = fs.existsSync(listFile) ? readList(listFile) : names;
  if (listed.length === 0)
    throw new UserError(`${given} holds no patches`, { hint: "name what osfix emit wrote" });
  present(given, listed);
  const unlisted = names.find((name) => !listed.includes(name));
  if (unlisted !== undefined)
    throw new UserError(`${unlisted} is there but is not listed`, { at: { file: listFile } });
  return listed.map((name) => patchFile(given, name));
}

/**
 * The patches of a source package's `debian/patches` that its tree does not hold yet; all of them where neither quilt nor
 * dpkg-source has left a list. A distribution may keep patches there that it does not apply.
 *
 * @throws UserError when nothing is left to apply, or a listed patch is missing
 */
export function readUnapplied(tree: string): readonly PatchFile[] {
  const folder = path.join(tree, "debian", "patches");
  const applied = path.join(tree, ".pc", "applied-patches");
  const held = fs.existsSync(applied) ? readList(applied) : [];
  const listFile = path.join(folder, "series");
  const names = (fs.existsSync(listFile) ? readList(listFile) : []).filter((name) => !held.includes(name));
  if (names.length === 0)
    throw new UserError(`${folder} holds no patch that is not applied in the tree`, {
      hint: "take those that are to be tried out with `quilt pop`",
    });
  return present(folder, names).map((name) => patchFile(folder, name));
}

/** @throws UserError when a listed patch is missing */
function present(folder: string, listed: readonly string[]): readonly string[] {
  const missing = listed.find((name) => !fs.existsSync(path.join(folder, name)));
  if (missing === undefined) return listed;
  throw new UserError(`${missing} is listed but is not there`, { at: { file: path.join(folder, "series") } });
}

function readList(file: string): readonly string[] {
  return fs
    .readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => /^\s*([^\s#]+)/.exec(line)?.[1] ?? []);
}

function patchFile(folder: string, name: string): PatchFile {
  const file = path.resolve(folder, name);
  return { name, file, mail: readMailHead(fs.readFileSync(file, "utf8")) };
}

/** Undefined when the file does not begin as a mail. Encoded words stay encoded. */
function readMailHead(text: string): MailHead | undefined {
  const head = (text.split(/\n\n/, 1)[0] ?? "").replace(/\n[ \t]+/g, " ");
  const field = (name: string): string | undefined =>
    new RegExp(`^${literally(name)}: (.*)$`, "m").exec(head)?.[1];
  const [from, date, subject] = [field("From"), field("Date"), field("Subject")];
  if (from === undefined || date === undefined || subject === undefined) return undefined;
  return { from, date, subject: subject.replace(/^\[PATCH\] /, "") };
}

/** Whether the patch's paths have no `a/` and `b/`: kolla's kind, for `patch -p0`. */
export function isStripZero(file: PatchFile): boolean {
  const text = fs.readFileSync(file.file, "latin1");
  return (
    /^diff --git (?!"?a\/)/m.test(text) ||
    (/^--- (?!"?a\/|\/dev\/null)/m.test(text) && /^\+\+\+ (?!"?b\/)/m.test(text))
  );
}
