import { type FilePatch, quotePath } from "./file-patch.ts";

const WIDTH = 72;
const AROUND = 6;

/** The diffstat and summary lines that `git format-patch` prints (72 columns), each with its LF. */
export function formatDiffstat(files: readonly FilePatch[]): string {
  const widest = Math.max(0, ...files.map((file) => quotePath(file.path).length));
  const most = Math.max(0, ...files.map((file) => file.added + file.deleted));
  const digits = String(most).length;
  const { name, graph } = shareWidth(widest, most, digits);
  const rows = files.map((file) => {
    const total = file.added + file.deleted;
    const bars = total === 0 ? "" : ` ${graphOf(file, graph, most)}`;
    return ` ${fitName(quotePath(file.path), name).padEnd(name)} | ${String(total).padStart(digits)}${bars}\n`;
  });
  return rows.join("") + totals(files) + files.map(summary).join("");
}

/** Columns for names and for the graph; the graph gives way first, down to three eighths of the width. */
function shareWidth(
  widest: number,
  most: number,
  digits: number,
): { readonly name: number; readonly graph: number } {
  let [name, graph] = [widest, most];
  if (name + digits + AROUND + graph <= WIDTH) return { name, graph };
  const share = Math.floor((WIDTH * 3) / 8) - digits - AROUND;
  if (graph > share) graph = Math.max(share, 6);
  if (name > WIDTH - digits - AROUND - graph) name = WIDTH - digits - AROUND - graph;
  else graph = WIDTH - digits - AROUND - name;
  return { name, graph };
}

function fitName(path: string, width: number): string {
  if (path.length <= width) return path;
  const rest = path.slice(path.length - (width - 3));
  const slash = rest.indexOf("/");
  return `...${slash < 0 ? rest : rest.slice(slash)}`;
}

function graphOf(file: FilePatch, width: number, most: number): string {
  let { added, deleted } = file;
  if (width <= most) {
    const scale = (count: number): number => (count === 0 ? 0 : 1 + Math.floor((count * (width - 1)) / most));
    let total = scale(added + deleted);
    if (total < 2 && added > 0 && deleted > 0) total = 2;
    if (added < deleted) {
      added = scale(added);
      deleted = total - added;
    } else {
      deleted = scale(deleted);
      added = total - deleted;
    }
  }
  return "+".repeat(added) + "-".repeat(deleted);
}

function totals(files: readonly FilePatch[]): string {
  const sum = (pick: (file: FilePatch) => number): number => files.reduce((all, file) => all + pick(file), 0);
  const [added, deleted] = [sum((file) => file.added), sum((file) => file.deleted)];
  const parts = [`${files.length} file${files.length === 1 ? "" : "s"} changed`];
  if (added > 0 || deleted === 0) parts.push(`${added} insertion${added === 1 ? "" : "s"}(+)`);
  if (deleted > 0 || added === 0) parts.push(`${deleted} deletion${deleted === 1 ? "" : "s"}(-)`);
  return ` ${parts.join(", ")}\n`;
}

function summary(file: FilePatch): string {
  return file.kind === "change" ? "" : ` ${file.kind} mode ${file.mode} ${quotePath(file.path)}\n`;
}
