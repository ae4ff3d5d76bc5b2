import { describe, expect, it } from "vitest";
import { commandsOf, wrappedCommandsOf } from "../../src/facts/privsep/commands.ts";
import { needsRoot } from "../../src/facts/privsep/root-tools.ts";
import { projectOf } from "../helpers/facts.ts";

function commands(text: string) {
  const project = projectOf({ "x.py": text });
  return commandsOf(project.moduleAt("x.py")).map(({ words, asRoot }) => [words.join(" "), asRoot]);
}

describe("the commands of a module", () => {
  it.each([
    ["words", "execute('ip', 'link', 'set', dev)", "ip link set", false],
    ["as root", "self._execute('mount', path, run_as_root=True)", "mount", true],
    ["one string", "utils.execute('mount -a', run_as_root=True)", "mount -a", true],
    ["a list", "execute(['ip', 'addr', 'add', x], root_helper=helper)", "ip addr add", undefined],
    ["a list in a variable", "cmd = ['ip', 'addr']\nexecute(*cmd)", "ip addr", false],
    ["a command that is not known", "execute(command, run_as_root=True)", "", true],
    ["an environment", "execute('env', 'LC_ALL=C', 'lvs', run_as_root=True)", "lvs", true],
    ["a prefix", "cmd = LVM.CMD_PREFIX + ['vgs', name]\nexecute(*cmd)", "vgs", false],
    ["a text that is filled", "execute('ip link del %s' % name)", "ip link del %s", false],
    ["a text with fields", "execute('mount {}'.format(path))", "mount {}", false],
    ["one of two lists", "execute(*(['lvs'] if a else ['vgs']))", "lvs", false],
    ["arguments that may ask for root", "execute('mount', **kwargs)", "mount", undefined],
    [
      "neutron's way to an entrypoint",
      "execute(['sysctl'], run_as_root=True, privsep_exec=True)",
      "sysctl",
      undefined,
    ],
  ])("%s", (_, text, words, asRoot) => expect(commands(text)).toEqual([[words, asRoot]]));

  it("are those of functions that build them", () => {
    const text =
      "def cmd(action):\n    words = ['ip', 'addr', action]\n    return words\nexecute(*cmd('del'))";
    expect(commands(text)).toEqual([["ip addr del", false]]);
  });

  it("are what a class keeps and what its properties return", () => {
    const text = `class Doors:
    CMD = ['lvs', '-a']

    @property
    def base(self):
        return ['vgs']

    def look(self, name):
        execute(*self.CMD)
        execute(*(self.base + [name]))
        execute(*self.other)
`;
    expect(commands(text)).toEqual([
      ["lvs -a", false],
      ["vgs", false],
      ["", false],
    ]);
  });

  it("are run by wrappers too", () => {
    const project = projectOf({ "x.py": "self._run_command('ip link')" });
    expect(wrappedCommandsOf(project.moduleAt("x.py")).map(({ words }) => words)).toEqual([["ip", "link"]]);
  });

  it.each([
    "session.execute('select')",
    "self.ssh_execute('ls')",
    "self._run_command('ip')",
    "netns.execute(['ip'])",
  ])("are not %s", (text) => expect(commands(text)).toEqual([]));
});

describe("needing root", () => {
  it.each([
    ["ip link set x up", true],
    ["ip link show", false],
    ["/sbin/lvs -o name", true],
    ["lvs --version", false],
    ["qemu-img info", false],
  ])("%s: %s", (words, needed) => expect(needsRoot(words.split(" "))).toBe(needed));
});
