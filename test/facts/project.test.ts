import { describe, expect, it } from "vitest";
import { isTestPath } from "../../src/facts/module/module-names.ts";
import { projectOf } from "../helpers/facts.ts";

const TREE = {
  "shop/__init__.py": "",
  "shop/base.py": `
import abc

class Base(abc.ABC):
    def open(self, door, wide=False):
        return self._turn(door)

    def _turn(self, key, *rest, force, **more):
        pass
`,
  "shop/api.py": "from shop.base import Base as Front\nfrom shop import tools\nrun = tools.run\n",
  "shop/tools/__init__.py": "from .runner import run  # noqa\n",
  "shop/tools/runner.py": `
from oslo_concurrency import lockutils as lu

synchronized = lu.synchronized_with_prefix('shop-')

@synchronized('x', external=True)
@other
def run(a, /, b, *, c=1):
    def inner(d):
        return b(d)
    return inner(a)
`,
  "shop/main.py": `
from shop import api, base

class Shop(api.Front):
    name = 'x'

    def serve(self):
        self.open(1)
        super().open(2, wide=True)
        api.run(3, 4)

    @classmethod
    def make(cls):
        return cls()
`,
};

describe("a module's facts", () => {
  const module = projectOf(TREE).moduleNamed("shop.tools.runner");

  it("hold functions with their decorators from the outermost inwards", () => {
    const run = module?.functions[0];
    expect(run?.qualifiedName).toBe("run");
    expect(run?.decorators.map((decorator) => [decorator.name, decorator.call !== null])).toEqual([
      ["synchronized", true],
      ["other", false],
    ]);
    expect(module?.functions[1]?.enclosing).toBe(run);
  });

  it("hold parameters as inspect.signature names them", () => {
    expect(module?.functions[0]?.parameters.map((p) => [p.name, p.kind, p.defaultValue?.text])).toEqual([
      ["a", "positional-only", undefined],
      ["b", "positional-or-keyword", undefined],
      ["c", "keyword-only", "1"],
    ]);
    const turn = projectOf(TREE).moduleNamed("shop.base")?.functions[1];
    expect(turn?.parameters.map((p) => [p.name, p.kind])).toEqual([
      ["self", "positional-or-keyword"],
      ["key", "positional-or-keyword"],
      ["rest", "var-positional"],
      ["force", "keyword-only"],
      ["more", "var-keyword"],
    ]);
  });

  it("hold calls with the function around them", () => {
    const calls = module?.calls.map((call) => [call.name, call.within?.qualifiedName]);
    expect(calls).toEqual([
      ["lu.synchronized_with_prefix", undefined],
      ["synchronized", undefined],
      ["b", "run.inner"],
      ["inner", "run"],
    ]);
  });
});

describe("a tree's facts", () => {
  it.each([
    ["shop.base.Base", "class"],
    ["shop.api.Front", "class"],
    ["shop.api.run", "function"],
    ["shop.tools.run", "function"],
    ["shop.tools.runner", "module"],
    ["shop.base.Base.open", "function"],
    ["shop.tools.runner.lu.locks", "external"],
    ["shop.nothing", "unknown"],
    ["oslo_config.cfg", "external"],
  ])("%s means a %s", (name, kind) => expect(projectOf(TREE).resolve(name).kind).toBe(kind));

  it("finds the callee of calls through self, super and re-exports", () => {
    const tree = projectOf(TREE);
    const main = tree.moduleNamed("shop.main");
    const callees = main?.calls.map((call) => {
      const callee = tree.callee(main, call.node);
      return callee && `${callee.module.name}:${callee.function.qualifiedName} ${callee.bound}`;
    });
    expect(callees).toEqual([
      "shop.base:Base.open true",
      "shop.base:Base.open true",
      undefined,
      "shop.tools.runner:run false",
      undefined,
    ]);
  });

  it("knows the order of classes and whether it is complete", () => {
    const tree = projectOf(TREE);
    const module = tree.moduleNamed("shop.main");
    const shop = module?.classes[0];
    if (!module || !shop) throw new Error("the example has no class");
    const order = tree.classOrder({ module, class: shop });
    expect(order.classes.map((placed) => placed.class.name)).toEqual(["Shop", "Base"]);
    expect(order.complete).toBe(true);
  });

  it("finds the callers of a function across modules", () => {
    const tree = projectOf(TREE);
    const meaning = tree.resolve("shop.base.Base.open");
    if (meaning.kind !== "function") throw new Error("the example has no method");
    expect(tree.callersOf(meaning).map((caller) => caller.call.within?.qualifiedName)).toEqual([
      "Shop.serve",
      "Shop.serve",
    ]);
  });

  it("qualifies names through imports and aliases", () => {
    const tree = projectOf(TREE);
    const nameOf = (module: string, written: string) => {
      const facts = tree.moduleNamed(module);
      const node = facts?.tree.ofType("attribute").find(({ text }) => text === written);
      return facts && node && tree.qualifiedName(facts, node);
    };
    expect(nameOf("shop.tools.runner", "lu.synchronized_with_prefix")).toBe(
      "oslo_concurrency.lockutils.synchronized_with_prefix",
    );
    expect(nameOf("shop.main", "api.run")).toBe("shop.tools.runner.run");
  });
});

it("reads imports whose dotted names go on in the next line", () => {
  const texts = { "shop/gate.py": "from shop.\\\n  fence import post\nfrom .\\\n  wall import stone\n" };
  const module = projectOf(texts).moduleNamed("shop.gate");
  expect(module?.imports.map(({ target }) => target)).toEqual(["shop.fence.post", "shop.wall.stone"]);
});

describe("what is held of a tree", () => {
  it("is worked out again, and the same, after it was let go of", () => {
    const tree = projectOf(TREE);
    const rounds = [0, 1].map(() => {
      const module = tree.moduleNamed("shop.main");
      const shop = module?.classes[0];
      if (!module || !shop) throw new Error("the example has no class");
      const order = tree.classOrder({ module, class: shop }).classes;
      expect(order[0]?.module).toBe(module);
      const names = order.map((placed) => placed.class.name);
      const worked = tree.once("round", () => ({}));
      const about = tree.onceFor(shop, "round", () => ({}));
      const read = tree.onceOfTexts("round", () => ({}));
      expect([tree.parsed > 0, tree.characters > 0]).toEqual([true, true]);
      tree.forget();
      expect([tree.parsed, tree.characters]).toEqual([0, 0]);
      return { module, names, worked, about, read };
    });
    const [before, after] = rounds;
    expect(after?.names).toEqual(before?.names);
    expect(after?.module).not.toBe(before?.module);
    expect(after?.worked).not.toBe(before?.worked);
    expect(after?.about).not.toBe(before?.about);
    expect(after?.read).toBe(before?.read);
  });
});

describe("the names of modules", () => {
  it.each([
    ["shop/main.py", "shop.main"],
    ["shop/__init__.py", "shop"],
    ["src/house/wall.py", "house.wall"],
    // the folder of a repository, which happens to hold an __init__.py
    ["some-project/garden/bed.py", "garden.bed"],
  ])("%s is %s", (path, name) => {
    const texts = Object.fromEntries(
      ["shop", "src/house", "some-project", "some-project/garden"].map((at) => [`${at}/__init__.py`, ""]),
    );
    expect(projectOf({ ...texts, [path]: "" }).module(path)?.name).toBe(name);
  });
});

describe("modules of packages in folders that are none", () => {
  const tree = projectOf({
    "shop/drivers/tin/__init__.py": "",
    "shop/drivers/tin/box.py": "SIZE = 1\n",
    "other/drivers/tin/__init__.py": "",
    "other/drivers/tin/box.py": "SIZE = 2\n",
    "garden/garden/plants/rose.py": "from shop.drivers.tin.box import SIZE\n",
  });

  it.each([
    ["shop.drivers.tin.box", "shop/drivers/tin/box.py"],
    ["other.drivers.tin", "other/drivers/tin/__init__.py"],
    ["other.drivers.tin.box", "other/drivers/tin/box.py"],
    ["garden.plants.rose", "garden/garden/plants/rose.py"],
    ["plants.rose", undefined],
  ])("%s is %s", (name, path) => {
    expect(tree.pathOf(name)).toBe(path);
  });

  it("are all looked at, though two have one name", () => {
    expect(tree.pathsMentioning("SIZE =")).toEqual(["other/drivers/tin/box.py", "shop/drivers/tin/box.py"]);
  });
});

describe("files that mention a literal", () => {
  const texts = {
    "a.py": "import shop_door\nself.open_door(1)\n",
    "b.py": "from shop import door2\nreopen_door = 2open\n",
    "c.py": "class Door(shop.Opener): pass\n",
    "tests/test_d.py": "open_door(2)\n",
    "e.txt": "open_door(3)\n",
  };
  const tree = projectOf(texts);

  it.each([
    "open_door",
    "open_door(",
    "from shop",
    "import shop",
    " shop.",
    "from shop import ",
    "opendoor",
    ".open_door(",
    "2open",
    "or2\nre",
    "self.",
    "(",
  ])("%j are those that hold it, as it stands", (literal) => {
    const holding = ["a.py", "b.py", "c.py"].filter((path) =>
      texts[path as keyof typeof texts].includes(literal),
    );
    expect(tree.pathsMentioning(literal)).toEqual(holding);
  });

  it("are named once, sorted, for several literals", () => {
    expect(tree.pathsMentioning("Opener", "reopen", "shop")).toEqual(["a.py", "b.py", "c.py"]);
  });
});

describe("a module that stands both at the top and beside the one that imports it", () => {
  it("is nobody knows which", () => {
    const tree = projectOf({
      "config.py": "",
      "knobs.py": "",
      "shop/__init__.py": "",
      "shop/config.py": "",
      "shop/main.py": "import config\nimport knobs\n",
    });
    const main = tree.moduleAt("shop/main.py");
    const kinds = ["config", "knobs"].map((name) => tree.meaningOf(main, name, main.scope).kind);
    expect(kinds).toEqual(["unknown", "module"]);
  });
});

describe("code under test folders", () => {
  it.each([
    "functionaltests/api/base.py",
    "shop/tests/base.py",
    "shop/test_base.py",
    "shop/door/tests.py",
    "shop_tempest_tests/clients.py",
  ])("%s is test code", (path) => {
    expect(isTestPath(path)).toBe(true);
  });

  it.each(["shop/testament.py", "shop/functional.py"])("%s is not", (path) => {
    expect(isTestPath(path)).toBe(false);
  });
});
