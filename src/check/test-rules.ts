import { basename } from "node:path";
import { ProjectFacts } from "../facts/tree/project.ts";
import { sourcesFromTexts } from "../facts/tree/source-reader.ts";
import type { Parser } from "../parse/tree.ts";
import { applyEdits } from "../text/edit.ts";
import { parseGlob } from "../text/glob.ts";
import { unifiedDiff } from "../text/unified-diff.ts";
import { checkModule, type PlacedFinding } from "./check-module.ts";
import type { OwnRule } from "./own-rules.ts";
import { type Example, examplesOf, type Wanted, wantedOf, withoutWantsIn } from "./page-examples.ts";
import { whySilent } from "./pattern-rule.ts";
import { RuleFilter } from "./rule-filter.ts";

/** What came of the examples of one rule's page. */
export interface RuleTest {
  readonly id: string;
  readonly examples: number;
  /** Sentences; empty when all is well. */
  readonly failures: readonly string[];
}

/** Runs the examples of a rule's page. A page must show something found and something left alone. */
export function testRule(own: OwnRule, parser: Parser): RuleTest {
  const { rule, page } = own;
  if (page === undefined)
    return { id: rule.id, examples: 0, failures: [`it has no page ${own.file.replace(/\.spatch$/, ".md")}`] };
  const examples = examplesOf(page).map((example) => placed(example, own));
  const shows = examples.map(({ files }) => wantedOf(files).length > 0);
  const failures = [
    ...(shows.includes(true) ? [] : ["its page shows nothing that is found (`# want: RULE`)"]),
    ...(shows.includes(false) ? [] : ["its page shows nothing that is left alone"]),
    ...examples.flatMap((example) => failuresOf(example, own, parser)),
  ];
  return { id: rule.id, examples: examples.length, failures };
}

/** A block without a path stands at a path that the rule is about: `nova/virt/example.py` of `nova/virt/**`. */
function placed(example: Example, { patch }: OwnRule): Example {
  const paths = patch.sections.flatMap(({ target }) => (target.kind === "candidates" ? target.paths : []));
  if (paths.some((path) => parseGlob(path).test("example.py"))) return example;
  const plain =
    paths.find((path) => !/[*?{]/.test(path)) ?? paths.map(exampleOf).find((path) => path !== undefined);
  const text = example.files["example.py"];
  if (plain === undefined || text === undefined) return example;
  const after = example.after && { ...example.after, path: plain };
  return { title: example.title, files: { [plain]: text }, ...(after ? { after } : {}) };
}

/** A path of Python code that a glob fits. */
function exampleOf(glob: string): string | undefined {
  const folders = glob
    .replace(/\*\*\//g, "")
    .replace(/[^/]*$/, "")
    .replace(/\*+/g, "pkg");
  const names = [
    `${folders}example.py`,
    `${folders}${(glob.split("/").at(-1) ?? "").replace(/\*+/g, "example")}`,
  ];
  return names.find((name) => name.endsWith(".py") && parseGlob(glob).test(name));
}

function failuresOf(example: Example, own: OwnRule, parser: Parser): readonly string[] {
  const { title } = example;
  // what the comments say must not lead a rule to what it looks for
  const files = withoutWantsIn(example.files);
  const wanted = wantedOf(example.files);
  const project = new ProjectFacts(sourcesFromTexts(files), parser);
  const filter = new RuleFilter([own.rule]);
  const checked = Object.keys(files).map((path) =>
    checkModule(project, path, filter.asking(files[path] ?? "", path)),
  );
  const found = checked.flatMap(({ findings }) => findings);
  const failures = [
    ...checked.flatMap(({ unjudged }) => unjudged),
    ...strangeWants(wanted, own.rule.id),
    ...missingFrom(found, wanted, files, own, parser),
    ...surplusIn(found, wanted, own.rule.id),
    ...fixFailures(found, files, example),
  ];
  return failures.map((failure) => (title === "" ? failure : `${title}: ${failure}`));
}

function strangeWants(wanted: readonly Wanted[], id: string): readonly string[] {
  return wanted
    .filter(({ rule }) => rule !== id)
    .map(({ path, line, rule }) => `${path}:${line}: it wants ${rule}, and this is the page of ${id}`);
}

/** What an example wants and the rule does not find; with why, where it finds nothing in a file. */
function missingFrom(
  found: readonly PlacedFinding[],
  wanted: readonly Wanted[],
  files: Example["files"],
  { rule, patch, file }: OwnRule,
  parser: Parser,
): readonly string[] {
  const missing = wanted.filter(
    (want) =>
      want.rule === rule.id &&
      !found.some(
        (one) => one.path === want.path && one.from.line === want.line && one.message.includes(want.message),
      ),
  );
  const silent = new Set(missing.map(({ path }) => path));
  for (const { path } of found) silent.delete(path);
  return [
    ...missing.map(
      ({ path, line, message }) => `${path}:${line}: not found${message === "" ? "" : `: ${message}`}`,
    ),
    ...[...silent].flatMap((path) =>
      whySilent(patch, { path, text: files[path] ?? "" }, parser).map(
        (reason) => `${path}: ${basename(file)} ${reason}`,
      ),
    ),
  ];
}

function surplusIn(
  found: readonly PlacedFinding[],
  wanted: readonly Wanted[],
  id: string,
): readonly string[] {
  const own = wanted.filter(({ rule }) => rule === id);
  return found
    .filter(({ path, from }) => !own.some((want) => want.path === path && want.line === from.line))
    .map(({ path, from, message }) => `${path}:${from.line}: found and not wanted: ${message}`);
}

function fixFailures(
  found: readonly PlacedFinding[],
  files: Example["files"],
  { after }: Example,
): readonly string[] {
  if (after === undefined) return [];
  const edits = found.filter(({ path }) => path === after.path).flatMap(({ fix }) => fix?.edits ?? []);
  const made = applyEdits(files[after.path] ?? "", edits);
  if (made === after.text) return [];
  const { hunks } = unifiedDiff(after.text, made);
  const shown = hunks.trimEnd().replace(/^/gm, "       ");
  return [`${after.path}: the fix gives another text (-: the page's, +: the fix's):\n${shown}`];
}
