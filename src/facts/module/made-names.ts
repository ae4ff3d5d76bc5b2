/** What gives a module names that it does not spell, also `fields.generate(__name__)` in its first column. */
const MAKES_NAMES =
  /^def __getattr__|^[\w.]+\(__name__\)|sys\.modules\[[^\]]*\](\.__dict__|\s*=)|globals\(\)(\[|\.update)|[(,=]\s*globals\(\)\s*[,)]|setattr\(\s*(sys\.modules\[__name__\]|module\b|mod\b|this\b|me\b)|^[ \t]*exec[ (]|lazy_load|_LazyModule|\b(\w+) = sys\.modules\[__name__\]\s(?:.*\n){0,20}?.*\bsetattr\(\s*\4\b/m;

/** Whether a module's text gives the module names that it does not spell. */
export function makesNames(text: string): boolean {
  return MAKES_NAMES.test(text);
}
