import type { BuiltinKind } from "./builtin-results.ts";

/** Whether values of a kind have the attribute, in Python 2 or 3; what every object has counts. */
export function hasBuiltinMember(kind: BuiltinKind, name: string): boolean {
  return name.startsWith("__") || METHODS[kind].has(name);
}

/** Methods and attributes, of Python 2 and 3 together; what only one of them has is another rule's. */
const METHODS: Readonly<Record<BuiltinKind, ReadonlySet<string>>> = {
  dictionary: words(`
    clear copy fromkeys get has_key items iteritems iterkeys itervalues keys pop popitem setdefault
    update values viewitems viewkeys viewvalues
  `),
  list: words(`
    append clear copy count extend index insert pop remove reverse sort
  `),
  set: words(`
    add clear copy difference difference_update discard intersection intersection_update isdisjoint
    issubset issuperset pop remove symmetric_difference symmetric_difference_update union update
  `),
  tuple: words("count index"),
  text: words(`
    capitalize casefold center count decode encode endswith expandtabs find format format_map
    fromhex hex index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric
    isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix
    removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith
    strip swapcase title translate upper zfill
  `),
  number: words(`
    as_integer_ratio bit_count bit_length conjugate denominator from_bytes fromhex hex imag
    is_integer numerator real to_bytes
  `),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
