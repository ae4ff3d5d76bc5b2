import { literally } from "../../text/literally.ts";
import type { ProjectFacts } from "../tree/project.ts";
import type { RegistrationSite } from "./option-registry.ts";

/** Whether loading these modules registers an option that is registered at these places. */
export function isRegisteredOnLoad(
  project: ProjectFacts,
  loaded: ReadonlySet<string>,
  sites: readonly RegistrationSite[],
): boolean {
  return sites.some((site) =>
    site.when === "import" ? loaded.has(site.path) : isCalledOnLoad(project, loaded, site.within),
  );
}

/** Whether one of the modules calls a function of the name in its first column: `register_opts(CONF)`, `CONF = new_config()`. */
function isCalledOnLoad(
  project: ProjectFacts,
  loaded: ReadonlySet<string>,
  name: string | undefined,
): boolean {
  const call = new RegExp(
    `^(?:\\w+ *= *)?[\\w.]*\\b${name === undefined ? "(?!)" : literally(name)}\\(`,
    "m",
  );
  return [...loaded].some((path) => call.test(project.text(path) ?? ""));
}
