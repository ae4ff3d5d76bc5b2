import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { afterAll, describe, expect, it } from "vitest";
import { dumpTree } from "../../src/parse/dump.ts";
import { ParseAhead } from "../../src/parse/parse-ahead.ts";
import { loadParser } from "../../src/parse/parser.ts";
import { answerOf, type TreeQuestion } from "../../src/parse/tree.ts";
import { longModule, sources } from "./sources.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "osfix-ahead-"));
const thread = join(root, "node_modules/.cache/parse-ahead-test/thread.mjs");
await build();
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that answers two questions; Node.js 20 runs no TypeScript. */
async function build(): Promise<void> {
  const main = join(folder, "main.ts");
  writeFileSync(
    main,
    `import { parseForOthers } from ${JSON.stringify(join(root, "src/parse/ahead-thread.ts"))};
const names = { find: (tree) => tree.ofType("identifier") };
const none = { find() { throw new RangeError("as if the stack were full"); } };
await parseForOthers([names, none]);
`,
  );
  const bundle = await rolldown({
    input: main,
    external: [/^web-tree-sitter$/],
    platform: "node",
  });
  await bundle.write({ file: thread, format: "esm", codeSplitting: false });
}

const names: TreeQuestion = { find: (tree) => tree.ofType("identifier") };
const none: TreeQuestion = { find: () => [] };
const questions = [names, none];

const texts = Array.from({ length: 60 }, (_, at) => {
  const { name, text } = sources[at % sources.length] ?? { name: "", text: "" };
  return { key: `${at} ${name}`, text: `${text}\nlast = ${at}\n` };
});

describe.each(["native", "wasm"] as const)("trees parsed on other threads with the %s binding", (backend) => {
  it.each([1, 2])(
    "are those of the caller's own parser, whoever comes first: %i threads",
    async (threads) => {
      const parser = await loadParser({ backend });
      const ahead = new ParseAhead(parser, {
        capacity: texts.length,
        file: thread,
        questions,
        threads,
      });
      for (const { key, text } of texts) ahead.offer(key, text);
      // some before a thread has begun, the rest backwards, after threads had their time
      const taken = texts.slice(0, 5).map(({ key, text }) => ({ text, tree: ahead.take(key, text) }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      for (const { key, text } of texts.slice(5).reverse()) taken.push({ text, tree: ahead.take(key, text) });
      for (const { text, tree } of taken) {
        expect(dumpTree(tree.root)).toBe(dumpTree(parser.parse(text).root));
        expect(answerOf(tree, names)).toEqual(tree.ofType("identifier"));
        expect(answerOf(tree, none)).toEqual([]);
      }
      const answered = taken.filter(({ tree }) => tree.answers.has(names));
      expect(answered.length).toBeGreaterThan(0);
      for (const { tree } of answered) expect(tree.answers.has(none)).toBe(true);
      await ahead.close();
    },
  );

  it("are parsed by the caller where nobody offered them, or more than was foreseen", async () => {
    const parser = await loadParser({ backend });
    const ahead = new ParseAhead(parser, { capacity: 1, file: thread, questions, threads: 1 });
    ahead.offer("a", "a = 1\n");
    ahead.offer("b", "b = 2\n");
    expect(ahead.take("b", "b = 2\n").root.text).toBe("b = 2\n");
    expect(ahead.take("c", "c = 3\n").root.text).toBe("c = 3\n");
    expect(ahead.take("a", "a = 1\n").root.text).toBe("a = 1\n");
    await ahead.close();
  });

  it("are there when the threads have ended, the last ones too", async () => {
    const parser = await loadParser({ backend });
    const ahead = new ParseAhead(parser, { capacity: texts.length, file: thread, questions, threads: 2 });
    for (const { key, text } of texts) ahead.offer(key, text);
    await ahead.offerNoMore();
    for (const { key, text } of texts) {
      const tree = ahead.take(key, text);
      expect(dumpTree(tree.root)).toBe(dumpTree(parser.parse(text).root));
      expect(tree.answers.has(names)).toBe(true);
    }
    await ahead.close();
  });

  it("may be given up in the middle of a parse, which must not end the process", async () => {
    const ahead = new ParseAhead(await loadParser({ backend }), {
      capacity: 20,
      file: thread,
      questions,
      threads: 2,
    });
    for (let at = 0; at < 20; at++) ahead.offer(`${at}`, longModule(190_000));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(ahead.close()).resolves.toBeUndefined();
  });

  it("are parsed by the caller where a thread dies", async () => {
    const broken = join(folder, "broken.mjs");
    writeFileSync(broken, "throw new Error('a thread that does not start');\n");
    const parser = await loadParser({ backend });
    const ahead = new ParseAhead(parser, { capacity: 1, file: broken, questions, threads: 1 });
    ahead.offer("a", "a = 1\n");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ahead.take("a", "a = 1\n").root.text).toBe("a = 1\n");
    await ahead.close();
  });
});
