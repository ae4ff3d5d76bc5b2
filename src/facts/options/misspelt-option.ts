import { isSlip } from "../module/slip.ts";
import type { OptionRegistry } from "./option-registry.ts";

/** Whether an option that nobody has is one of the group's but for a slip, a plural or an underscore. */
export function isMisspeltOption(registry: OptionRegistry, group: string, option: string): boolean {
  return registry.optionsOf(group).some((known) => isSlip(option, known) || bare(option) === bare(known));
}

function bare(option: string): string {
  return option.replaceAll("_", "").replace(/s$/, "");
}
