import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { allPageExamples } from "../helpers/page-examples.ts";

/**
 * Twice the files are twice the work. The tree holds the examples of all rules' pages, so each rule does all that it ever
 * does, and modules of one package that import each other; how often V8 entered each block of the code tells the work,
 * and needs no clock.
 *
 * Copies of an example bear the same names, and rules compare namesakes with each other: that is quadratic in the copies
 * alone, and stays below so many steps for each file of the tree.
 */
const STEPS_OF_NAMESAKES = 40;
/** Work that is linear grows twofold. */
const GROWTH = 2.6;

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
// after that: V8 counts blocks of what it compiles from then on
const { rules } = await import("../../rules/index.ts");
const { loadParser } = await import("../../src/parse/parser.ts");
const { findingsIn } = await import("../helpers/check-texts.ts");
const parser = await loadParser();

const examples = allPageExamples(fileURLToPath(new URL("../../", import.meta.url)));

/** One of many modules of a package: it imports one that is there and one that is not, and has names of its own. */
function rowText(number: number): string {
  return `from garden.bed${number % 7} import row${number - (number % 7)}
from garden.bed${number % 7} import tool${number}
from oslo_concurrency import lockutils
from oslo_config import cfg

CONF = cfg.CONF
CONF.register_opts([cfg.StrOpt('row${number}_seed')], group='row${number}')


class Row${number}(row${number - (number % 7)}.Row${number - (number % 7)}):

    @lockutils.synchronized('row-${number}')
    def sow${number}(self, depth):
        return tool${number}.sow(CONF.row${number}.row${number}_seed, depth)

    def water${number}(self):
        self.sow${number}(depth=${number % 5})
        return self.bed.row${number}
`;
}

function treeOf(copies: number): Readonly<Record<string, string>> {
  const placed = Array.from({ length: copies }, (_, copy) =>
    examples.flatMap(({ files }, at) =>
      Object.entries(files).map(([path, text]) => [`example${at}_${copy}/${path}`, text] as const),
    ),
  );
  const rows = Array.from({ length: 250 * copies }, (_, number) => [
    `garden/bed${number % 7}/row${number}.py`,
    rowText(number),
  ]);
  const packages = ["", ...Array.from({ length: 7 }, (_, bed) => `bed${bed}/`)];
  return Object.fromEntries([
    ...placed.flat(),
    ...rows,
    ...packages.map((at) => [`garden/${at}__init__.py`, ""]),
  ]);
}

/** How often each block of osfix' code was entered, by file, function and place, while all rules read a tree. */
async function workOn(tree: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, number>> {
  await session.post("Profiler.takePreciseCoverage");
  const findings = findingsIn(tree, rules, parser);
  expect(findings.length).toBeGreaterThan(rules.length);
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const blocks = result.flatMap(({ url, functions }) => {
    const [, file] = /\/((?:src|rules)\/.*)$/.exec(url) ?? [];
    if (file === undefined) return [];
    return functions.flatMap(({ functionName, ranges }) =>
      ranges.map(
        ({ startOffset, endOffset, count }) =>
          [`${file} ${functionName}() ${startOffset}-${endOffset}`, count] as const,
      ),
    );
  });
  return new Map(blocks);
}

it("the work of all rules grows no faster than the tree", async () => {
  const [small, large] = [treeOf(1), treeOf(2)];
  const few = await workOn(small);
  const many = await workOn(large);
  const files = Object.keys(large).length;
  expect(many.size).toBeGreaterThan(1000);
  const faster = [...many].filter(
    ([block, count]) => count > STEPS_OF_NAMESAKES * files && count > GROWTH * (few.get(block) ?? 0),
  );
  expect(faster).toEqual([]);
});
