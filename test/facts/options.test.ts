import { describe, expect, it } from "vitest";
import type { OptionRegistry } from "../../src/facts/options/option-registry.ts";
import { optionRegistry } from "../../src/facts/options/options.ts";
import { projectOf } from "../helpers/facts.ts";

function registryOf(texts: Readonly<Record<string, string>>): OptionRegistry {
  return optionRegistry(projectOf(texts));
}

describe("the option registry", () => {
  it.each([
    ["a list", "opts = [cfg.StrOpt('color')]\nCONF.register_opts(opts)", ["DEFAULT"]],
    ["a list in a group", "opts = [cfg.StrOpt('color')]\nCONF.register_opts(opts, group='wall')", ["wall"]],
    ["a group by position", "opts = [cfg.StrOpt('color')]\nCONF.register_opts(opts, 'wall')", ["wall"]],
    [
      "a group object",
      "g = cfg.OptGroup(name='wall', title='x')\nCONF.register_opts([cfg.StrOpt('color')], g)",
      ["wall"],
    ],
    [
      "a group of a constant",
      "G = 'wall'\ng = cfg.OptGroup(G)\nCONF.register_opt(cfg.StrOpt('color'), group=g)",
      ["wall"],
    ],
    [
      "a sum of lists",
      "one = [cfg.StrOpt('color')]\ntwo = [cfg.StrOpt('b')]\nALL = one + two\nCONF.register_opts(ALL)",
      ["DEFAULT"],
    ],
    [
      "a list that grows",
      "one = []\none.extend([cfg.StrOpt('color')])\nCONF.register_opts(one, 'wall')",
      ["wall"],
    ],
    [
      "a chain",
      "one = [cfg.StrOpt('color')]\nCONF.register_opts(itertools.chain(one, two), 'wall')",
      ["wall"],
    ],
    [
      "a name with dashes, read with underscores",
      "CONF.register_cli_opt(cfg.StrOpt('co-lor', dest='color'))",
      ["DEFAULT"],
    ],
    [
      "what a function registers for its callers",
      "one = [cfg.StrOpt('color')]\ndef reg(opts, conf=None):\n    conf.register_opts(opts, 'wall')\nreg(one)",
      ["wall"],
    ],
    [
      "a group that callers name",
      "one = [cfg.StrOpt('color')]\ndef reg(conf, group='wall'):\n    conf.register_opts(one, group=group)\nreg(c, group='gate')",
      ["gate", "wall"],
    ],
    [
      "brackets and hashes in help texts",
      "opts = [cfg.StrOpt('x', help='a ) # b'), cfg.StrOpt('color')]\nCONF.register_opts(opts)",
      ["DEFAULT"],
    ],
  ])("knows %s", (_, text, groups) => {
    const registry = registryOf({ "shop/opts.py": text });
    expect([...(registry.groupsOf("color") ?? [])].sort()).toEqual(groups);
    expect(registry.isUncertain("color")).toBe(false);
  });

  it("knows a group that has the module's own name", () => {
    const registry = registryOf({
      "shop/conf/wall.py": "G = __name__.split('.')[-1]\nCONF.register_opts([cfg.StrOpt('color')], group=G)",
      "shop/conf/gate.py": "G = 'DEFAULT'\nCONF.register_opts([cfg.StrOpt('latch')], group=G)",
    });
    expect([...(registry.groupsOf("color") ?? [])]).toEqual(["wall"]);
    expect([...(registry.groupsOf("latch") ?? [])]).toEqual(["DEFAULT"]);
  });

  it("says which groups hold options that it cannot know", () => {
    const registry = registryOf({
      "shop/db.py":
        "CONF.register_opts(options.database_opts, 'database')\nCONF.register_opts(made(), 'made')",
    });
    expect(registry.openedBy("database")).toEqual(["shop/db.py"]);
    expect(registry.openedBy("made")).toEqual([]);
  });

  it("tells lists that are registered for certain, for commands alone or not", () => {
    const registry = registryOf({
      "shop/a.py":
        "one = [cfg.StrOpt('color')]\ntwo = [cfg.StrOpt('size')]\nCONF.register_cli_opts(one + two)",
      "shop/b.py":
        "from shop.c import opts\nCONF.register_opts(a.two, 'wall')\nCONF.register_opts(shop.\n  d.opts)",
      "shop/c.py": "opts = [cfg.StrOpt('x')]",
      "shop/d.py": "opts = [cfg.StrOpt('y')]",
    });
    expect(
      registry.registeredLists.map(({ path, name, isForCommands }) => [path, name, isForCommands]),
    ).toEqual([
      ["shop/a.py", "one", true],
      ["shop/a.py", "two", false],
      ["shop/d.py", "opts", false],
    ]);
    expect(registry.listsIn("shop/b.py", "opts", "any").map(({ path }) => path)).toEqual([
      "shop/c.py",
      "shop/d.py",
    ]);
  });

  it("takes a bare name that nothing imports for no other module's list", () => {
    const registry = registryOf({
      "shop/wall.py": "opts = [cfg.StrOpt('color')]\nCONF.register_opts(opts, 'wall')",
      "shop/all.py": "for group, opts in tables():\n    CONF.register_opts(opts, group)",
    });
    expect(registry.isUncertain("color")).toBe(false);
  });

  it("finds lists of other modules by the module's name", () => {
    const registry = registryOf({
      "shop/wall.py": "opts = [cfg.StrOpt('color')]",
      "shop/gate.py": "opts = [cfg.StrOpt('latch')]",
      "shop/all.py": "CONF.register_opts(shop.wall.opts, 'wall')\nCONF.register_opts(shop.gate.opts, 'gate')",
    });
    expect([...(registry.groupsOf("color") ?? [])]).toEqual(["wall"]);
    expect([...(registry.groupsOf("latch") ?? [])]).toEqual(["gate"]);
  });

  it("takes a list behind its module's whole name for that module's alone", () => {
    const registry = registryOf({
      "shop/gate.py": "OPTS = [cfg.StrOpt('latch')]",
      "shop/wall/gate.py": "OPTS = [cfg.StrOpt('color')]",
      "shop/all.py":
        "CONF.register_opts(shop.wall.gate.OPTS, 'wall')\nCONF.register_opts(shop.gate.OPTS, 'gate')",
    });
    expect([...(registry.groupsOf("color") ?? [])]).toEqual(["wall"]);
    expect([...(registry.groupsOf("latch") ?? [])]).toEqual(["gate"]);
  });

  it.each([
    ["is registered nowhere that could be made out", "opts = [cfg.StrOpt('color')]"],
    ["is in a group that is computed", "CONF.register_opts([cfg.StrOpt('color')], group=which())"],
    ["fits a name made at run time", "CONF.register_opts([cfg.StrOpt('%slor' % x) for x in y])"],
  ])("is uncertain of an option that %s", (_, text) => {
    expect(registryOf({ "shop/opts.py": text }).isUncertain("color")).toBe(true);
  });

  it("says whether loading the module is enough", () => {
    const registry = registryOf({
      "shop/a.py": "CONF.register_opts([cfg.StrOpt('color')])",
      "shop/b.py": "def register(conf):\n    conf.register_opts([cfg.StrOpt('latch')])",
      "shop/c.py":
        "def register_c(conf):\n    conf.register_opts([cfg.StrOpt('door')])\n\nregister_c(cfg.CONF)",
    });
    expect(registry.sitesOf("color").map((site) => site.when)).toEqual(["import"]);
    expect(registry.sitesOf("latch").map((site) => site.when)).toEqual(["call"]);
    expect(registry.sitesOf("door").map((site) => site.when)).toEqual(["import"]);
  });

  it("leaves test code out", () => {
    expect(
      registryOf({ "shop/tests/test_a.py": "CONF.register_opts([cfg.StrOpt('color')])" }).isKnown("color"),
    ).toBe(false);
  });
});
