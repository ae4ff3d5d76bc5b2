import type { PackingParser } from "../parse/parser.ts";
import { checkFiles } from "./check-files.ts";
import type { ChosenRules } from "./choose-rules.ts";
import type { RawCheck } from "./raw-check.ts";
import { rawFindings } from "./raw-findings.ts";
import { type JudgedProject, SeriesJudge } from "./series-findings.ts";
import type { TreeReader } from "./tree-reader.ts";

/** What the rules and the series say of one tree. */
export interface TreeCheck {
  readonly raw: RawCheck;
  readonly projects: readonly JudgedProject[];
}

/** All that the rules and the series have to say of a tree. */
export async function checkTree(
  sources: TreeReader,
  wanted: readonly string[],
  label: string,
  chosen: ChosenRules,
  parser: PackingParser,
): Promise<TreeCheck> {
  const raw = await checkFiles(sources, parser, chosen.rules, wanted);
  const isWanted = new Set(wanted);
  const needsSeries = chosen.seriesRules.length > 0 || chosen.pairing !== undefined;
  const projects = needsSeries
    ? new SeriesJudge(chosen.series, chosen.seriesRules, parser).judge(sources, label)
    : [];
  const text = (path: string): string | undefined => sources.read(path);
  const found = projects
    .flatMap(({ findings }) => findings)
    .filter(({ path }) => isWanted.has(path))
    .flatMap((finding) => rawFindings({ text }, text(finding.path) ?? "", [finding]));
  return { raw: { ...raw, findings: [...raw.findings, ...found] }, projects };
}
