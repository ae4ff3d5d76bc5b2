import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");
const EXPORT = /^export (?:async )?(?:function\*?|const|interface|class|type) (\w+)/;

it("every export of src says in a sentence what it is", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const exported = files.flatMap((file) => {
    const lines = readFileSync(join(SRC, file), "utf8").split("\n");
    return lines.flatMap((line, row) => {
      const name = EXPORT.exec(line)?.[1];
      const isTold = lines[row - 1]?.trimEnd().endsWith("*/") === true;
      return name === undefined ? [] : [{ place: `${file}: ${name}`, isTold }];
    });
  });
  expect(exported.length).toBeGreaterThan(1000);
  expect(exported.filter(({ isTold }) => !isTold).map(({ place }) => place)).toEqual([]);
});

it("every @param of src names a parameter of what follows", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const named = files.flatMap((file) => {
    const comments = readFileSync(join(SRC, file), "utf8").split("/**").slice(1);
    return comments.flatMap((comment) => {
      const [doc = "", code = ""] = comment.split("*/", 2);
      const head = code.slice(0, 500);
      return [...doc.matchAll(/@param (\w+)/g)].map(([, name = ""]) => ({
        place: `${file}: ${name}`,
        isThere: new RegExp(`\\b${name}\\b`).test(head),
      }));
    });
  });
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ isThere }) => !isThere).map(({ place }) => place)).toEqual([]);
});
