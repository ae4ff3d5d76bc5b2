import { ProjectFacts } from "../facts/tree/project.ts";
import { sourcesFromTexts } from "../facts/tree/source-reader.ts";
import type { Parser } from "../parse/tree.ts";
import { applyEdits } from "../text/edit.ts";
import { parseGlob } from "../text/glob.ts";
import { unifiedDiff } from "../text/unified-diff.ts";
import { checkModule } from "./check-module.ts";
import type { OwnRule } from "./own-rules.ts";
import { type Example, examplesOf, wantedOf, withoutWants } from "./page-examples.ts";
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

function failuresOf({ title, files, after }: Example, { rule }: OwnRule, parser: Parser): readonly string[] {
  const project = new ProjectFacts(sourcesFromTexts(files), parser);
  const filter = new RuleFilter([rule]);
  const checked = Object.keys(files).map((path) => {
    const asking = filter.asking(files[path] ?? "", path);
    return checkModule(project, path, asking);
  });
  const found = checked.flatMap(({ findings }) => findings);
  const seen = found.map(({ path, from, message }) => ({ place: `${path}:${from.line}`, message }));
  const asked = wantedOf(files);
  const strange = asked.filter((want) => want.rule !== rule.id);
  const wanted = asked
    .filter((want) => want.rule === rule.id)
    .map(({ path, line, message }) => ({ place: `${path}:${line}`, message }));
  const missing = wanted.filter(
    (want) => !seen.some((one) => one.place === want.place && one.message.includes(want.message)),
  );
  const surplus = seen.filter((one) => !wanted.some((want) => want.place === one.place));
  const where = title === "" ? "" : `${title}: `;
  return [
    ...checked.flatMap(({ unjudged }) => unjudged.map((reason) => `${where}${reason}`)),
    ...strange.map(
      (want) =>
        `${where}${want.path}:${want.line}: it wants ${want.rule}, and this is the page of ${rule.id}`,
    ),
    ...missing.map(
      ({ place, message }) => `${where}${place}: not found${message === "" ? "" : `: ${message}`}`,
    ),
    ...surplus.map(({ place, message }) => `${where}${place}: found and not wanted: ${message}`),
    ...fixFailures(),
  ];

  function fixFailures(): readonly string[] {
    if (after === undefined) return [];
    const edits = found.filter(({ path }) => path === after.path).flatMap(({ fix }) => fix?.edits ?? []);
    const made = withoutWants(applyEdits(files[after.path] ?? "", edits));
    if (made === after.text) return [];
    const { hunks } = unifiedDiff(after.text, made);
    const shown = hunks.trimEnd().replace(/^/gm, "       ");
    return [`${where}${after.path}: the fix gives another text (-: the page's, +: the fix's):\n${shown}`];
  }
}
