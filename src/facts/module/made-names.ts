/** The ways in which a module gets names that it does not spell. */
const WAYS: readonly RegExp[] = [
  // asked when a name is not there
  /^def __getattr__/,
  // `fields.generate(__name__)` in its first column
  /^[\w.]+\(__name__\)/,
  // `sys.modules[__name__] = Shop()`, `sys.modules[__name__].__dict__.update(…)`
  /sys\.modules\[[^\]]*\](?:\.__dict__|\s*=)/,
  // `globals()['door'] = …`, `globals().update(…)`, `fill(globals())`
  /globals\(\)(?:\[|\.update)|[(,=]\s*globals\(\)\s*[,)]/,
  /setattr\(\s*(?:sys\.modules\[__name__\]|module\b|mod\b|this\b|me\b)/,
  // `shop = sys.modules[__name__]`, and soon `setattr(shop, …)`
  /\b(?<module>\w+) = sys\.modules\[__name__\]\s(?:.*\n){0,20}?.*\bsetattr\(\s*\k<module>\b/,
  /^[ \t]*exec[ (]/,
  /lazy_load|_LazyModule/,
];

/** One pass over the text asks for all of them. */
const MAKES_NAMES = new RegExp(WAYS.map(({ source }) => source).join("|"), "m");

/** Whether a module's text gives the module names that it does not spell. */
export function makesNames(text: string): boolean {
  return MAKES_NAMES.test(text);
}
