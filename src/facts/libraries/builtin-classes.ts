import { hasBuiltinMember } from "../calls/builtin-members.ts";
import { BUILTIN_TYPES } from "../calls/builtin-results.ts";
import { builtinExceptionBase } from "../names/builtin-names.ts";

/** Whether a name is that of a class of the language of which all members are known. */
export function isBuiltinClass(name: string): boolean {
  return BUILTIN_TYPES.has(name) || name === "BaseException" || builtinExceptionBase(name) !== undefined;
}

/** Whether objects of a class of the language, and so of one that derives from it, have the member in Python 2 or 3. */
export function hasBuiltinClassMember(name: string, member: string): boolean {
  const kind = BUILTIN_TYPES.get(name);
  if (kind) return hasBuiltinMember(kind, member);
  return OF_ALL.test(member) || (!/^(Base)?Exception$/.test(name) && OF_SOME.test(member));
}

/** What every exception has. */
const OF_ALL = /^(args|message|with_traceback|add_note)$/;

/** What OSError, SystemExit, StopIteration, UnicodeError, SyntaxError, ImportError, AttributeError and the like have besides. */
const OF_SOME =
  /^(errno|strerror|filename2?|winerror|characters_written|code|value|encoding|object|start|end|reason|msg|(end_)?lineno|(end_)?offset|text|print_file_and_line|name|path|obj)$/;
