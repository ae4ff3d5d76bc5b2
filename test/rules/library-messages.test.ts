import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryOf } from "../helpers/git-repository.ts";
import { scratch } from "../helpers/scratch.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/library-messages.js");
const OTHERS = ["glance_store", "neutron", "neutron-lib", "os-vif", "oslo.versionedobjects"];

const BASE = `
class ShopException(Exception):
    message = 'unknown'

    def __init__(self, message=None, **kwargs):
        super().__init__(message or self.message % kwargs)
`;

const exception = (name: string, base: string, message: string) =>
  `\nclass ${name}(${base}):\n    message = '${message}'\n`;

const GONE = "%(door)s is gone";
const ODD = exception("Odd", "ShopException", "%(door)s is odd");
const MAKER = "\n    def __init__(self, door):\n        super().__init__(door=door)\n";
const RELEASES = [
  `${BASE}${exception("Shut", "ShopException", "%(door)s is shut")}${exception("Gone", "ShopException", GONE)}${ODD}`,
  `${BASE}${exception("Shut", "ShopException", "%(door)s of %(shop)s is shut")}${exception("Gone", "Shut", GONE)}${ODD}${MAKER}`,
];

it("messages of a library's exceptions are those of all its releases, but for what one fills otherwise", () => {
  const folder = scratch();
  const clone = (name: string, commits: Parameters<typeof repositoryOf>[0]) => {
    execFileSync("git", ["clone", "-q", "--bare", repositoryOf(commits), join(folder, `${name}.git`)]);
    return join(folder, `${name}.git`);
  };
  const brick = clone(
    "os-brick",
    RELEASES.map((text, at) => ({
      files: { "os_brick/exception.py": text, "os_brick/__init__.py": "" },
      tags: [`1.${at}.0`],
    })),
  );
  const others = OTHERS.map((name) => clone(name, [{ files: { "setup.py": "" }, tags: ["1.0.0"] }]));
  const out = join(folder, "messages.txt");
  const write = (...given: readonly string[]) =>
    execFileSync(process.execPath, [SCRIPT, "--out", out, ...given], { stdio: "pipe" });
  write(brick, ...others);
  expect(readFileSync(out, "utf8")).toBe("os_brick.exception\n Gone door\n Shut door|door,shop\n");
  expect(() => write(brick)).toThrow("no repository of glance_store");
});
