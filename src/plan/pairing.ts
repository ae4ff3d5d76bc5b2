import type { PatchStep } from "./plan.ts";

/** How far the patches of one tree are in it once the plan is carried out. */
export type PatchedState = "patched" | "partly" | "unpatched" | "out of place";

/** What the patches of one tree come to; those that have no place in it do not count. */
export function stateOfAll(steps: readonly PatchStep[], isIn: (step: PatchStep) => boolean): PatchedState {
  const real = steps.filter(({ report }) => report.state !== "absent" && report.state !== "obsolete");
  if (real.length === 0) return "out of place";
  const done = real.filter(isIn).length;
  if (done === 0) return "unpatched";
  return done === real.length ? "patched" : "partly";
}

/** What the judgement of trees together needs of each of them. */
export interface PairedTree {
  readonly label: string;
  readonly project: string;
  readonly profile: string;
  readonly state: PatchedState;
  /** The project removed what the patches are for. */
  readonly obsolete: boolean;
  /** As people say it: `os-vif 3.0.0`. */
  readonly title: string;
}

/** A sentence about trees that belong together, or ought to. */
export interface PairingWarning {
  readonly kind:
    | "os-vif-missing"
    | "nova-missing"
    | "os-vif-first"
    | "nova-left"
    | "no-linux-bridge"
    | "profiles-differ";
  /** `note` when the trees may stay as they are. */
  readonly severity: "warning" | "note";
  readonly message: string;
  /** Labels of the trees that it speaks of. */
  readonly trees: readonly string[];
}

const WHY_FIRST = "an unpatched os-vif raises as soon as nova asks for a VLAN";

/**
 * Judges nova and os-vif trees together: the two halves of the VLAN fix work only together, and os-vif goes first.
 *
 * Rests on os-vif's ensure_vlan_bridge(), which misses an argument in every release, and on os-vif 5.0.0, which removed
 * the Linux bridge plugin while nova 33 sets no upper bound on os-vif.
 */
export function judgePairing(trees: readonly PairedTree[]): readonly PairingWarning[] {
  const novas = trees.filter((tree) => tree.project === "nova");
  const vifs = trees.filter((tree) => tree.project === "os-vif");
  if (novas.length > 0 && vifs.length === 0) return saidOnce(novas.flatMap(novaAlone));
  if (vifs.length > 0 && novas.length === 0) return saidOnce(vifs.flatMap(osVifAlone));
  return novas.flatMap((nova) => vifs.flatMap((vif) => judgePair(nova, vif)));
}

/** Two trees of one project may ask for the same sentence: it is said once, of both. */
function saidOnce(warnings: readonly PairingWarning[]): readonly PairingWarning[] {
  const byMessage = new Map<string, PairingWarning>();
  for (const warning of warnings) {
    const earlier = byMessage.get(warning.message);
    const trees = [...(earlier?.trees ?? []), ...warning.trees];
    byMessage.set(warning.message, { ...warning, trees });
  }
  return [...byMessage.values()];
}

function novaAlone(nova: PairedTree): readonly PairingWarning[] {
  if (nova.state === "out of place") return [];
  const done = nova.state === "patched" || nova.state === "partly";
  const message = done
    ? `${nova.title} asks for VLANs, and no os-vif tree was given: os-vif goes first on every compute host, since ${WHY_FIRST}`
    : `${nova.title} is one half of the fix: os-vif goes first, since ${WHY_FIRST}`;
  return [{ kind: "os-vif-missing", severity: done ? "warning" : "note", message, trees: [nova.label] }];
}

function osVifAlone(vif: PairedTree): readonly PairingWarning[] {
  if (vif.state === "out of place") return [];
  const message = `${vif.title} is the first half of the fix: it has no effect until nova asks for a VLAN, and no nova tree was given`;
  return [{ kind: "nova-missing", severity: "note", message, trees: [vif.label] }];
}

function judgePair(nova: PairedTree, vif: PairedTree): readonly PairingWarning[] {
  const warning = wrongWithPair(nova, vif);
  return warning ? [{ ...warning, trees: [vif.label, nova.label] }] : [];
}

function wrongWithPair(nova: PairedTree, vif: PairedTree): Omit<PairingWarning, "trees"> | undefined {
  const isIn = (tree: PairedTree): boolean => tree.state === "patched" || tree.state === "partly";
  if (vif.obsolete && !nova.obsolete)
    return {
      kind: "no-linux-bridge",
      severity: "warning",
      message: `${vif.title} has no Linux bridge plugin any more and ${nova.title} still asks for it: every Linux bridge port fails to plug`,
    };
  if (isIn(nova) && vif.state !== "patched" && vif.state !== "out of place")
    return {
      kind: "os-vif-first",
      severity: "warning",
      message: `${nova.title} is patched and ${vif.title} is ${vif.state === "partly" ? "only partly" : "not"}: os-vif goes first, since ${WHY_FIRST}`,
    };
  if (vif.state === "patched" && nova.state === "unpatched")
    return {
      kind: "nova-left",
      severity: "note",
      message: `${vif.title} is patched and ${nova.title} is not: the fix has no effect until nova is patched too`,
    };
  if (isIn(nova) && isIn(vif) && nova.profile !== vif.profile)
    return {
      kind: "profiles-differ",
      severity: "warning",
      message: `${vif.title} has profile ${vif.profile} and ${nova.title} has profile ${nova.profile}`,
    };
  return undefined;
}
