import { expect, it } from "vitest";
import { keepsSignature } from "../../src/facts/calls/kept-signature.ts";
import { projectOf } from "../helpers/facts.ts";

const DECORATORS = `import functools

def noted(func):
    SEEN.append(func)
    return func

def noted_as(*names):
    def note(func):
        SEEN.update((name, func) for name in names)
        return func
    return note

def noted_under(name):
    def note(func):
        SEEN[name] = func
        return func
    return note

def chosen(name):
    def note(func):
        return func
    return CHOSEN.get(name, note)

def replaced(func):
    return SEEN[func.__name__]

def wrapped(func):
    @functools.wraps(func)
    def inner(*args, **kwargs):
        return func(*args, **kwargs)
    return inner

def told(func):
    def inner(*args, **kwargs):
        kwargs.pop('tell', None)
        return func(*args, **kwargs)
    return inner

def named(name, func):
    def inner(*args, **kwargs):
        return func(*args, **kwargs)
    return inner

named_so = functools.partial(named, 'so')

def left_to_wrapped(func):
    return wrapped(func)

def left_to_and_fro(func):
    return left_fro_and_to(func)

def left_fro_and_to(func):
    return left_to_and_fro(func)
`;

it.each([
  ["@noted", true, "it gives back the function that it was given"],
  ["@noted_as('seed')", true, "its inner decorator gives back the function"],
  ["@noted_under('seed')", true, "so does that of a factory with one name"],
  ["@chosen('seed')", false, "the factory may give another decorator than its own"],
  ["@replaced", false, "what it gives back is some other function"],
  ["@wrapped", true, "the wrapper hands on all that it takes"],
  ["@told", false, "the wrapper takes a keyword for itself"],
  ["@named_so", true, "a partial of such a decorator is one"],
  ["@left_to_wrapped", true, "it gives what such a decorator gives"],
  ["@left_to_and_fro", false, "it gives what another gives, which gives what it gives"],
])("%s: %s, for %s", (decorator, keeps) => {
  const text = `${DECORATORS}\n${decorator}\ndef sow(seed, depth):\n    return seed, depth\n`;
  const project = projectOf({ "a.py": text });
  const module = project.moduleAt("a.py");
  const sow = module.functions.find(({ name }) => name === "sow");
  if (!sow) throw new Error("there is no such function");
  expect(keepsSignature(project, { module, function: sow })).toBe(keeps);
});
