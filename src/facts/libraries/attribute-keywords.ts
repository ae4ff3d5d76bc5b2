import type { Argument } from "../module/calls.ts";
import { isBelow, libraryClassesOf, memberIn } from "./library-classes-shelf.ts";

/**
 * The first keyword of a call of a class that sets its keywords as attributes, and refuses those that are none: WebOb's
 * responses, of which its exceptions are some. `undefined` where the class takes all, and for other classes.
 *
 * @param named the parameters that the class has by name
 */
export function refusedAttribute(
  dotted: string,
  given: readonly Argument[],
  named: ReadonlySet<string>,
): string | undefined {
  const classes = libraryClassesOf(dotted);
  const responses = new Set(libraryClassesOf("webob.response.Response"));
  if (classes.length === 0 || !classes.every((one) => isBelow(one, responses))) return undefined;
  const keywords = given.flatMap((argument) => (argument.kind === "keyword" ? [argument.name] : []));
  return keywords.find(
    (name) => !named.has(name) && !ATTRIBUTES.has(name) && memberIn(classes, name).members.length === 0,
  );
}

/** What any release sets, by descriptors that are no members to read; `message` is an attribute of Python 2's exceptions. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `accept_ranges age allow app_iter body body_file cache_control cache_expires charset conditional_response content_disposition
  content_encoding content_language content_length content_location content_md5 content_range content_type content_type_params date
  default_body_encoding default_charset default_conditional_response default_content_type environ etag etag_strong expires has_body
  headerlist headers json json_body last_modified location message pragma request retry_after server status status_code status_int
  text ubody unicode_body unicode_errors vary www_authenticate`.split(/\s+/),
);
