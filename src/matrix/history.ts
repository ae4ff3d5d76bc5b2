import { runGit } from "../checkout/git.ts";
import { findRevision, type Revision } from "../checkout/revisions.ts";
import { orderRevisions } from "../detect/revision-order.ts";
import type { DriftCommit } from "../report/drift.ts";
import { UserError } from "../text/user-error.ts";
import type { OpenedRepository } from "./request.ts";

/** To walk ten years of history takes git seconds, and more on a busy machine. */
const HISTORY_LIMIT_MS = 300_000;

/** What git says of a repository's commits; each question is asked once. */
export class History {
  private readonly repository: OpenedRepository;
  private readonly asked = new Map<string, Promise<readonly string[]>>();

  constructor(repository: OpenedRepository) {
    this.repository = repository;
  }

  /** @throws UserError where there is no such revision */
  async find(name: string): Promise<Revision> {
    const found = await findRevision(this.repository.reader, name);
    if (found) return found;
    throw new UserError(`${this.repository.path}: no revision "${name}"`, {
      hint: "name a tag, a branch or a commit",
    });
  }

  /** @throws UserError where the two have no history in common */
  async commonAncestor(from: string, to: string): Promise<string> {
    const found = await runGit(this.repository.place, ["merge-base", from, to], "", HISTORY_LIMIT_MS);
    const base = found.kind === "output" ? found.stdout.toString("utf8").trim() : "";
    if (base !== "") return base;
    throw new UserError(`${this.repository.path}: the two revisions have no common ancestor`, {
      hint: "a shallow clone lacks history: git fetch --unshallow",
    });
  }

  /** Bisects the commits that touch the paths; within a merge the merged commit that did it. */
  async firstChange(
    changed: (commit: string) => Promise<boolean>,
    base: string,
    end: string,
    paths: readonly string[],
  ): Promise<{ readonly commit: string; readonly mergedBy?: string } | undefined> {
    const line = await this.commits("--first-parent", `${base}..${end}`, paths);
    let [low, high] = [0, line.length - 1];
    if (high < 0 || !(await changed(line[high] ?? end))) return undefined;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (await changed(line[middle] ?? end)) high = middle;
      else low = middle + 1;
    }
    const found = line[low] ?? end;
    const parents = (await this.git("rev-list", "--parents", "-n", "1", found))[0]?.split(" ").slice(1) ?? [];
    if (parents.length < 2) return { commit: found };
    for (const merged of await this.commits("--topo-order", `${parents[0]}..${parents[1]}`, paths))
      if (await changed(merged)) return { commit: merged, mergedBy: found };
    return { commit: found };
  }

  /** A commit as people know it: its subject, and the day on which it was made. */
  async describe(commit: string): Promise<DriftCommit> {
    const text = (await this.repository.reader.read(commit))?.bytes.toString("utf8") ?? "";
    const end = text.indexOf("\n\n");
    const time = /^committer .* (\d+) [+-]\d{4}$/m.exec(text.slice(0, end))?.[1];
    const subject = text.slice(end + 2).split("\n")[0] ?? "";
    return {
      commit,
      subject,
      date: time === undefined ? null : new Date(Number(time) * 1000).toISOString().slice(0, 10),
    };
  }

  /** The first tag that holds a commit, versions before milestones; null where none does. */
  async firstTag(commit: string): Promise<string | null> {
    const tags = await this.git("for-each-ref", `--contains=${commit}`, "--format=%(refname)", "refs/tags");
    const revisions = tags.map((ref) => ({
      name: ref.slice("refs/tags/".length),
      kind: "tag" as const,
      commit,
      tree: "",
    }));
    const ordered = orderRevisions(this.repository.project, revisions);
    return (ordered.find(({ version }) => version !== null) ?? ordered[0])?.name ?? null;
  }

  /** Commits of a range that touch one of the paths, oldest first; all of them without paths. */
  private commits(order: string, range: string, paths: readonly string[]): Promise<readonly string[]> {
    return this.git("rev-list", "--reverse", order, range, ...(paths.length > 0 ? ["--", ...paths] : []));
  }

  /** The lines that git says; each question is asked once, as many hunks change in one commit. */
  private git(...args: readonly string[]): Promise<readonly string[]> {
    const key = args.join("\0");
    let answer = this.asked.get(key);
    if (answer === undefined) {
      answer = this.ask(args);
      this.asked.set(key, answer);
    }
    return answer;
  }

  private async ask(args: readonly string[]): Promise<readonly string[]> {
    const result = await runGit(this.repository.place, args, "", HISTORY_LIMIT_MS);
    if (result.kind === "output") return result.stdout.toString("utf8").split("\n").filter(Boolean);
    throw new UserError(`${this.repository.path}: the history cannot be read: ${result.reason}`);
  }
}
