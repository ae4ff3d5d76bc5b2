import type { ModuleFacts } from "../module/module.ts";
import { codeOf } from "../module/syntax.ts";
import type { ProjectFacts } from "../tree/project.ts";
import { type CommandFacts, commandsOf, isRemote, saysRoot } from "./commands.ts";
import { isInEntrypoint } from "./privileged-callers.ts";
import { needsRoot } from "./root-tools.ts";
import { rootwrapCommands } from "./rootwrap.ts";

/** The commands that the module at a path runs. */
export function commandsAt(project: ProjectFacts, path: string): readonly CommandFacts[] {
  const module = project.module(path);
  return module ? commandsOf(module) : [];
}

/** Whether a command is run on this machine, by a function that does not make root of everything. */
export function isLocal(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  const runner = runnerOf(project, module, command);
  return !isRemote(runner) && !runner.includes("run_as_root=True");
}

/** The code of the tree's function that runs the command. */
function runnerOf(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): string {
  const runner = project.callee(module, command.call.node)?.function.node;
  return runner ? codeOf(runner) : "";
}

/** A function of the tree that runs whatever it is given as root, in a network namespace be it. */
export function becomesRoot(project: ProjectFacts, module: ModuleFacts, command: CommandFacts): boolean {
  const code = runnerOf(project, module, command);
  return saysRoot(code) || /\bnetns\.execute\(/.test(code);
}

/** Whether the project ships a rootwrap filter for the command, and the call is not carried to another machine. */
export function hasRootwrapFilter(
  project: ProjectFacts,
  module: ModuleFacts,
  command: CommandFacts,
): boolean {
  return (
    (rootwrapCommands(project)?.has(command.words[0] ?? "") ?? false) && isLocal(project, module, command)
  );
}

/** Whether other modules give `run_as_root=True` to the execute function that the command is run by. */
export function takesRootElsewhere(
  project: ProjectFacts,
  module: ModuleFacts,
  command: CommandFacts,
): boolean {
  const name = project.qualifiedName(module, command.call.callee);
  if (name === undefined || !isLocal(project, module, command)) return false;
  return rootExecutors(project).has(name) && !runsAsRoot(project, name);
}

/** The full names of the functions that run something as root where they are called. */
function rootExecutors(project: ProjectFacts): ReadonlySet<string> {
  return project.once("executors of root", () => {
    const found = new Set<string>();
    for (const path of project.pathsMentioning("run_as_root=True")) {
      const module = project.module(path);
      for (const { asRoot, call } of module ? commandsOf(module) : []) {
        const name = module && asRoot === true && project.qualifiedName(module, call.callee);
        if (name) found.add(name);
      }
    }
    return found;
  });
}

/** Whether most of what needs root is run without it by the execute function: its program runs as root. */
function runsAsRoot(project: ProjectFacts, executor: string): boolean {
  const { bare, rooted } = project.once(`commands by ${executor}`, () => {
    const counts = { bare: 0, rooted: 0 };
    for (const path of project.pathsMentioning("execute(")) {
      const module = project.module(path);
      for (const command of module ? commandsOf(module) : []) {
        if (!module || !needsRoot(command.words)) continue;
        if (isInEntrypoint(project, { module, call: command.call })) continue;
        if (project.qualifiedName(module, command.call.callee) !== executor) continue;
        if (command.asRoot === true) counts.rooted++;
        else if (command.asRoot === false) counts.bare++;
      }
    }
    return counts;
  });
  return bare > 9 && bare > 2 * rooted;
}
