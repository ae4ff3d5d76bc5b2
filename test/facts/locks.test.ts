import { describe, expect, it } from "vitest";
import { lockDecorators, lockStatements } from "../../src/facts/locks/locks.ts";
import { projectOf } from "../helpers/facts.ts";

const WRAPPERS = {
  "shop/__init__.py": "",
  "shop/utils.py":
    "from oslo_concurrency import lockutils\nsynchronized = lockutils.synchronized_with_prefix('shop-')\n",
  "shop/base.py": `
from oslo_concurrency import lockutils

def synchronized(name, lock_file_prefix='base-', external=False):
    def wrap(f):
        with lockutils.lock(name, lock_file_prefix, external):
            return f
    return wrap
`,
  "shop/coordination.py": `
def synchronized(*names):
    def wrap(f, *a, **k):
        call_args = inspect.getcallargs(f, *a, **k)
        with coordinator.get_lock([name.format(**call_args) for name in names]):
            return f(*a, **k)
    return wrap
`,
};

function decorated(imports: string, decorator: string) {
  const text = `${imports}\n${decorator}\ndef f(a):\n    pass\n`;
  const project = projectOf({ ...WRAPPERS, "shop/x.py": text });
  const module = project.moduleAt("shop/x.py");
  const [facts] = module.functions;
  if (!facts) throw new Error("the example has no function");
  return lockDecorators(project, module, facts).map(({ name, external, fillsNames }) => ({
    name,
    external,
    fillsNames,
  }));
}

const LOCKUTILS = "from oslo_concurrency import lockutils";

describe("the lock of a decorator", () => {
  it.each([
    ["has its plain name", LOCKUTILS, "@lockutils.synchronized('x')", "x", false, false],
    [
      "has the prefix given beside it",
      LOCKUTILS,
      "@lockutils.synchronized('x', 'p-', external=True)",
      "p-x",
      true,
      false,
    ],
    ["is external by position", LOCKUTILS, "@lockutils.synchronized('x', 'p', True)", "p-x", true, false],
    [
      "has the prefix of the project's own decorator",
      "from shop import utils",
      "@utils.synchronized('x')",
      "shop-x",
      false,
      false,
    ],
    [
      "is external through it",
      "from shop import utils",
      "@utils.synchronized('x', external=True)",
      "shop-x",
      true,
      false,
    ],
    [
      "has the default prefix of a wrapper",
      "from shop.base import synchronized",
      "@synchronized('x')",
      "base-x",
      false,
      false,
    ],
    [
      "fills its name from arguments",
      "from shop import coordination",
      "@coordination.synchronized('{a}')",
      "{a}",
      undefined,
      true,
    ],
    [
      "has no name when that is computed",
      LOCKUTILS,
      "@lockutils.synchronized('x' + Y)",
      undefined,
      false,
      false,
    ],
    ["may be external or not", LOCKUTILS, "@lockutils.synchronized('x', external=Y)", "x", undefined, false],
    [
      "is known under neutron-lib's prefix",
      "from neutron_lib.utils import runtime",
      "@runtime.synchronized('x', external=True)",
      "neutron-x",
      true,
      false,
    ],
  ])("%s", (_, imports, decorator, name, external, fillsNames) => {
    expect(decorated(imports, decorator)).toEqual([{ name, external, fillsNames }]);
  });

  it.each([
    ["a decorator of another kind", "import shop", "@shop.register('x')"],
    ["a name that only sounds like it", "import shop", "@shop.unlocked('x')"],
  ])("is none for %s", (_, imports, decorator) => expect(decorated(imports, decorator)).toEqual([]));
});

describe("the locks of with statements", () => {
  it("are those of the function itself", () => {
    const text = `${LOCKUTILS}
def f(x):
    with lockutils.lock('a'), lockutils.lock('b', external=True) as held:
        pass
    def inner():
        with lockutils.lock('c'):
            pass
`;
    const project = projectOf({ "x.py": text });
    const module = project.moduleAt("x.py");
    const body = module.functions[0]?.node.field("body");
    const locks = body ? lockStatements(project, module, body) : [];
    expect(locks.map((lock) => [lock.name, lock.external])).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });
});
