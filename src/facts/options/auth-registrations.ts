import { literally } from "../../text/literally.ts";
import { registrationsIn } from "./registrations.ts";

/** What keystoneauth has functions for: its options for sessions, for plugins that authenticate, for adapters. */
export type AuthKind = "session" | "auth" | "adapter";

/** A call that puts options of keystoneauth's in a group: `loading.register_auth_conf_options(CONF, GROUP)`. */
export interface AuthRegistration {
  /** `undefined` for functions of the same sense that say no kind. */
  readonly kind: AuthKind | undefined;
  /** One of keystoneauth's functions, or `register_opts` with what another of them gives. */
  readonly by: "keystoneauth" | "list";
  /** The group's expression; `undefined` where it is a parameter, which callers fill. */
  readonly group: string | undefined;
  readonly at: number;
  readonly length: number;
}

const REGISTERS =
  /\bregister_(\w*?)_?conf_options\(\s*[\w.]+\s*,\s*(?:group\s*=\s*)?(['"]?[\w.-]+['"]?)\s*(?=[,)])/g;

/** The calls of a text, comments left out, that put options of keystoneauth's in a group. */
export function authRegistrationsIn(text: string): readonly AuthRegistration[] {
  const made = [...text.matchAll(REGISTERS)].map((match) => ({
    kind: kindOf(match[1] ?? ""),
    by: "keystoneauth" as const,
    handed: match[2] ?? "",
    at: match.index,
    length: match[0].length,
  }));
  return [...made, ...handedOn(text)].flatMap(({ handed, ...made }) => {
    const isParameter =
      /^[a-z]\w*$/.test(handed) && !new RegExp(`^${literally(handed)}\\s*=`, "m").test(text);
    const isComment = text.slice(text.lastIndexOf("\n", made.at) + 1, made.at).includes("#");
    return isComment ? [] : [{ ...made, group: isParameter ? undefined : handed }];
  });
}

function kindOf(word: string): AuthKind | undefined {
  return word === "session" || word === "auth" || word === "adapter" ? word : undefined;
}

/** `options = loading.get_adapter_conf_options()` and `CONF.register_opts(options, group=GROUP)`. */
function handedOn(text: string): readonly (Omit<AuthRegistration, "group"> & { readonly handed: string })[] {
  if (!GIVES.test(text)) return [];
  return registrationsIn(text).flatMap(({ options, group, offset }) => {
    const given = /^\w+$/.test(options)
      ? [...text.matchAll(new RegExp(`^[ \\t]*${literally(options)}\\s*=\\s*(?!=)(.*)`, "gm"))].map(
          ([, value]) => value,
        )
      : [options];
    const [only, ...others] = given;
    const kind = others.length === 0 ? GIVES.exec(only ?? "")?.[1] : undefined;
    const isNamed = group !== undefined && /^(?:['"][\w.-]+['"]|[\w.]+)$/.test(group);
    const named = kindOf(kind ?? "");
    return named && isNamed
      ? [{ kind: named, by: "list", handed: group, at: offset, length: "register_opts".length }]
      : [];
  });
}

const GIVES = /\bget_(session|auth|adapter)_\w*options\(/;
