import { describe, expect, it } from "vitest";
import { meaningWithRegistry } from "../../src/facts/tree/registered-objects.ts";
import { projectOf } from "../helpers/facts.ts";

function orderOf(text: string, name: string): { readonly names: string; readonly complete: boolean } {
  const project = projectOf({ "a.py": text });
  const module = project.moduleAt("a.py");
  const facts = module.classes.find((one) => one.name === name);
  if (!facts) throw new Error(`there is no class ${name}`);
  const { classes, complete } = project.classOrder({ module, class: facts });
  return { names: classes.map((one) => one.class.name).join(" "), complete };
}

describe("the order in which a class is looked through", () => {
  it.each([
    {
      name: "is C3's where two ways lead to one class",
      text: "class A: pass\nclass B(A): pass\nclass C(A): pass\nclass D(B, C): pass\n",
      wanted: { names: "D B C A", complete: true },
    },
    {
      name: "is depth first where C3 has none",
      text: "class A: pass\nclass B(A): pass\nclass C(A, B): pass\nclass D(C): pass\n",
      wanted: { names: "D C A B", complete: true },
    },
    {
      name: "is not known beyond a class from elsewhere",
      text: "import other\nclass A(other.A): pass\nclass D(A): pass\n",
      wanted: { names: "D A", complete: false },
    },
    {
      name: "ends where a class inherits from itself",
      text: "class A(D): pass\nclass D(A): pass\n",
      wanted: { names: "D A", complete: false },
    },
    {
      name: "ends where a base is looked for in the class itself",
      text: "class D(D.D): pass\n",
      wanted: { names: "D", complete: false },
    },
  ])("$name", ({ text, wanted }) => {
    expect(orderOf(text, "D")).toEqual(wanted);
  });
});

it("a class that registers itself is an attribute of its package of objects", () => {
  const project = projectOf({
    "shop/__init__.py": "",
    "shop/objects/__init__.py": "def register_all(): __import__('shop.objects.tree')\n",
    "shop/objects/tree.py":
      "from shop import base\n\n@base.register\nclass Tree(base.Thing):\n    def grow(self): pass\n\nclass Leaf(base.Thing): pass\n",
    "shop/api.py": "from shop import objects\nobjects.Tree\nobjects.Tree.grow\nobjects.Leaf\n",
  });
  const api = project.moduleAt("shop/api.py");
  const meanings = api.tree
    .ofType("attribute")
    .map((node) => [node.text, meaningWithRegistry(project, api, node).kind]);
  expect(Object.fromEntries(meanings)).toEqual({
    "objects.Tree": "class",
    "objects.Tree.grow": "function",
    "objects.Leaf": "unknown",
  });
});
