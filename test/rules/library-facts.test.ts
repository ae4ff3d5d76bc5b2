import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readLibraryModule } from "../../src/facts/libraries/library-module.ts";
import { repositoryOf } from "../helpers/git-repository.ts";
import { scratch } from "../helpers/scratch.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/library-facts.js");

/** What the script writes of the names or the classes of a repository that goes by the name of a known library. */
function linesOf(
  commits: Parameters<typeof repositoryOf>[0],
  kind: "names" | "classes" = "names",
): readonly string[] {
  const folder = scratch();
  execFileSync("git", ["clone", "-q", "--bare", repositoryOf(commits), join(folder, "oslo.utils.git")]);
  execFileSync(process.execPath, [SCRIPT, "--out", folder, folder], { stdio: "pipe" });
  return readFileSync(join(folder, kind, "oslo.utils.txt"), "utf8")
    .trimEnd()
    .split("\n");
}

it("facts of a library are those of all its releases together", () => {
  const lines = linesOf([
    {
      files: {
        "oslo/utils/doors.py":
          "import time\n\ndef open(door, key=None):\n    pass\n\ndef lock(door):\n    pass\n",
        "oslo/utils/__init__.py": "",
      },
      tags: ["0.9.0"],
    },
    {
      files: {
        "oslo/utils/doors.py": "from oslo_utils.doors import *\n",
        "oslo_utils/__init__.py": "from oslo_utils.doors import Door\n",
        "oslo_utils/doors.py": `
import functools

class Door(object):
    def __init__(self, name, *, width=1):
        pass

class Gate(Door):
    pass

class Odd(Door):
    def __new__(cls, anything):
        pass

def open(door, key=None, speed=1):
    pass

def lock(key):
    pass

@functools.wraps(open)
def knock(*args):
    pass

shut = open
_private = 1
`,
        "oslo_utils/made.py": "globals()['a'] = 1\n",
        "oslo_utils/tests/test_doors.py": "a = 1\n",
      },
      tags: ["10.0.0"],
    },
    { files: { "oslo_utils/keys.py": "KEY, LOCK = 1, 2\n" } },
  ]);
  expect(lines).toEqual([
    "oslo_utils Door(name,&,width=) doors keys made",
    "oslo_utils.doors Door(name,&,width=) Gate(name,&,width=) Odd functools knock lock(door|key) open(door,key=,speed=) shut(door,key=,speed=) time",
    "oslo_utils.keys KEY LOCK",
    "oslo_utils.made *",
  ]);
});

it("classes of a library are those of all its releases together, with their members", () => {
  const lines = linesOf(
    [
      {
        files: {
          "oslo_utils/__init__.py": "",
          "oslo_utils/doors.py": `
class Door(object):
    def __init__(self, name):
        self.name = name

    def open(self, key):
        pass

    def lock(self, key):
        self.turn(key)

    def turn(self, key):
        raise NotImplementedError()

class Gate(Door):
    def lock(self, key):
        self.bolt = key
`,
        },
        tags: ["1.0.0"],
      },
      {
        files: {
          "oslo_utils/__init__.py": "from oslo_utils.doors import Door\n",
          "oslo_utils/doors.py": `
import abc

class Key(Exception):
    pass

class Door(abc.ABC):
    def __init__(self, name):
        self.name = name

    def open(self, key, speed=1):
        return Key()

    @property
    def width(self):
        return 1

    @classmethod
    def made(cls, *names):
        return cls(*names)

class Gate(Door):
    pass

class Odd(Door):
    def __getattr__(self, name):
        return name

    def knock(self, times=1):
        return self

def door(name, kind=Door):
    return kind(name)

def key():
    return Key()
`,
        },
        tags: ["2.0.0"],
      },
    ],
    "classes",
  );
  expect(lines).toEqual([
    "",
    "oslo_utils Door=:doors.Door",
    "oslo_utils.doors door>kind?.Door key>.Key",
    " Door lock(key) made(*)> name open(key,speed=)! turn(key)! width",
    " Gate<.Door bolt lock(key)~",
    " Key<Exception",
    " Odd*<.Door knock(times=)>",
  ]);
});

it("facts of one library leave those of the others as they are", () => {
  const folder = scratch();
  writeFileSync(join(folder, "index.txt"), "oslo.log 5.0.0 oslo_log oslo.log\noslo.utils 1.0.0 oslo_utils\n");
  const commits = [{ files: { "oslo_utils/keys.py": "KEY = 1\n" }, tags: ["2.0.0"] }];
  execFileSync("git", ["clone", "-q", "--bare", repositoryOf(commits), join(folder, "oslo.utils.git")]);
  execFileSync(process.execPath, [SCRIPT, "--out", folder, folder], { stdio: "pipe" });
  expect(readFileSync(join(folder, "index.txt"), "utf8")).toBe(
    "oslo.log 5.0.0 oslo_log oslo.log\noslo.utils 2.0.0 oslo_utils oslo.utils\n",
  );
});

it("a line of the facts is read back", () => {
  const { names, isOpen } = readLibraryModule(
    "shop 1.0",
    "shop.doors * DOOR lock(door|a,/,b=,*,&,c,**) open()",
  );
  expect(isOpen).toBe(true);
  const shown = [...names].map(([name, signatures]) => [
    name,
    ...signatures.map((one) =>
      one.map((parameter) => `${parameter.name} ${parameter.kind} ${parameter.defaultValue === null}`),
    ),
  ]);
  expect(shown).toEqual([
    ["DOOR"],
    [
      "lock",
      ["door positional-or-keyword true"],
      [
        "a positional-only true",
        "b positional-or-keyword false",
        "* var-positional true",
        "c keyword-only true",
        "** var-keyword true",
      ],
    ],
    ["open", []],
  ]);
});
