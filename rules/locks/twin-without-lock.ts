import {
  asWritten,
  type ClassFacts,
  descendants,
  type Finding,
  type FunctionFacts,
  isLockByName,
  isStub,
  isTestPath,
  type ModuleFacts,
  namePlace,
  type ProjectFacts,
  pathsBeginning,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** A driver's method without the lock that the driver of the other protocol takes in it. */
export const twinWithoutLock: Rule = {
  id: "locks/twin-without-lock",
  title: "driver method without the lock of its twin for another protocol",
  severity: "warning",
  confidence: "low",
  onByDefault: true,
  source: "https://opendev.org/openstack/cinder/commit/75e39fc7b",
  mentions: [["class "], ["FC", "Fibre", "ISCSI", "Iscsi", "iSCSI", "NVMe", "NVME", "Nvme"]],
  check,
};

function* check({ module, project }: RuleContext): Generator<Finding> {
  for (const facts of module.classes) {
    if (facts.bases.length === 0 || stemOf(facts.name) === facts.name) continue;
    const twins = twinsOf(project, module, facts);
    for (const method of twins.length > 0 ? facts.methods.values() : []) {
      if (method.name.startsWith("__") || isStub(method) || handlesLock(method)) continue;
      if (method.node.text.includes(`.${method.name}(`)) continue;
      const other = twins.flatMap((twin) => lockedIn(twin, method.name))[0];
      if (!other || isLockedOutside(facts, method) || isLockedInside(project, module, method, other))
        continue;
      yield {
        span: namePlace(method),
        message: `${method.qualifiedName} lacks @${other.lock}, which ${other.method.qualifiedName} takes`,
        related: [{ path: other.path, span: other.method.whole, message: "the twin with the lock" }],
      };
    }
  }
}

const HANDLES_LOCK = /(?<!b)lock|synchroni[sz]|mutex|semaphore/i;

function handlesLock(method: FunctionFacts): boolean {
  const parts = [method.node.field("body"), ...method.decorators.map(({ node }) => node)];
  return parts.some((part) => HANDLES_LOCK.test(part?.text ?? ""));
}

/** `DoorDriver` for `DoorFCDriver` and `DoorISCSIDriver`. */
function stemOf(name: string): string {
  return name.replace(/Fibre_?Channel|FCP?(?![a-z])|[iI]SCSI|Iscsi|NVMe(?:oF)?|NVME(?:OF)?|Nvme/, "");
}

interface Twin {
  readonly module: ModuleFacts;
  readonly class: ClassFacts;
}

/** Classes of the same folder whose names differ by the protocol alone. */
function twinsOf(project: ProjectFacts, module: ModuleFacts, facts: ClassFacts): readonly Twin[] {
  const folder = module.path.slice(0, module.path.lastIndexOf("/") + 1);
  const stem = stemOf(facts.name);
  return lockingFiles(project, folder).flatMap((path) => {
    const names = [...(project.text(path) ?? "").matchAll(/^class (\w+)/gm)].map((match) => match[1] ?? "");
    if (!names.some((name) => name !== facts.name && stemOf(name) === stem)) return [];
    const there = path === module.path ? module : project.module(path);
    return (there?.classes ?? []).flatMap((other) =>
      there && other.name !== facts.name && other.name !== stem && stemOf(other.name) === stem
        ? [{ module: there, class: other }]
        : [],
    );
  });
}

/** The files of a folder that take locks by decorators. */
function lockingFiles(project: ProjectFacts, folder: string): readonly string[] {
  return project.onceOfTexts(`locking files of ${folder}`, () =>
    pathsBeginning(project.sources, folder).filter(
      (path) =>
        path.endsWith(".py") &&
        !path.includes("/", folder.length) &&
        !isTestPath(path) &&
        /^[ \t]+@[\w.]*(?:synchroniz|lock)/m.test(project.text(path) ?? ""),
    ),
  );
}

interface Locked {
  readonly path: string;
  readonly method: FunctionFacts;
  readonly lock: string;
}

/** The lock of the method's decorators, or of a function that it defines. */
function lockedIn({ module, class: facts }: Twin, name: string): readonly Locked[] {
  const method = facts.methods.get(name);
  if (!method || isStub(method)) return [];
  const inside = module.functions.filter((inner) => inner.enclosing === method);
  const decorator = [method, ...inside].flatMap((one) => one.decorators.filter(isLockByName))[0];
  return decorator ? [{ path: module.path, method, lock: asWritten(decorator.expression.text) }] : [];
}

/** Whether what the method certainly calls takes a lock; what its twin calls too is no lock in place of the twin's. */
function isLockedInside(
  project: ProjectFacts,
  module: ModuleFacts,
  method: FunctionFacts,
  twin: Locked,
): boolean {
  return module.calls.some((call) => {
    const callee = call.within === method ? project.callee(module, call.node)?.function : undefined;
    const isOfBoth = callee !== undefined && twin.method.node.text.includes(`.${callee.name}(`);
    return !isOfBoth && (callee?.decorators.some(isLockByName) ?? false);
  });
}

/** Whether a method that holds a lock calls this one. */
function isLockedOutside(facts: ClassFacts, method: FunctionFacts): boolean {
  return [...facts.methods.values()].some(
    (other) =>
      other !== method &&
      handlesLock(other) &&
      [...descendants(other.node)].some(
        (node) => node.type === "call" && node.field("function")?.text === `self.${method.name}`,
      ),
  );
}
