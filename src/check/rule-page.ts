import fs from "node:fs";
import { readSeriesFolder, readSeriesPage } from "../checkout/series-files.ts";
import { SHIPPED_PATCHES, seriesOf } from "../run.ts";
import { seriesRuleId } from "./series-rules.ts";

/** The page of one of osfix' rules or of a patch of a series; undefined when it has none. */
export function readRulePage(id: string, patches: string = SHIPPED_PATCHES): string | undefined {
  try {
    return fs.readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), "utf8");
  } catch {
    return readPatchPage(id, patches);
  }
}

function readPatchPage(id: string, patches: string): string | undefined {
  const folder = readSeriesFolder(patches);
  const series = seriesOf(folder);
  const patch = series.patches.find((one) => seriesRuleId(series, one) === id);
  return patch && readSeriesPage(folder, patch.id);
}
