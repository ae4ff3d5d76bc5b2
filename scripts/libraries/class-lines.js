// Writes what all releases of a library say of its classes, line by line, in the form that
// src/facts/libraries/library-class.ts tells.

/**
 * The lines of one library: of each module that is told its classes, other names of classes, and functions that make some;
 * and of further modules the classes on which those rest.
 *
 * @param told modules of which names are told
 * @param namesOf the names of a module
 */
export function classLines(classes, told, namesOf, root) {
  const lines = new Map();
  const open = [];
  const written = new Set();
  const of = (module) => lines.get(module) ?? lines.set(module, { first: [], classes: [] }).get(module);
  const show = (place, from) => shown(place, from, root);
  for (const module of told)
    for (const name of [...namesOf(module)].sort()) {
      const places = name.startsWith("_") ? [] : classes.classesOf(`${module}.${name}`);
      const isHere = places.length === 1 && places[0].module === module && places[0].name === name;
      if (isHere) open.push(places[0]);
      else if (places.length > 0 && isWorthwhile(places, module)) {
        of(module).first.push(`${name}=${places.map((one) => show(one, module)).join()}`);
        open.push(...places);
      } else if (places.length === 0 && !name.startsWith("_")) {
        const type = classes.typeReturned(`${module}.${name}`);
        if (type === undefined) continue;
        const unless = type.unless === undefined ? "" : `${type.unless}?`;
        of(module).first.push(`${name}>${unless}${type.classes.map((one) => show(one, module)).join()}`);
        open.push(...type.classes);
      }
    }
  for (let place = open.pop(); place; place = open.pop()) {
    const key = `${place.module}.${place.name}`;
    if (written.has(key)) continue;
    written.add(key);
    const joined = classes.classAt(place);
    open.push(...joined.bases.filter(({ outside }) => outside === undefined));
    for (const { returns } of joined.members.values()) if (Array.isArray(returns)) open.push(...returns);
    of(place.module).classes.push(lineOf(classes, place, joined, show));
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([module, found]) => [[module, ...found.first].join(" "), ...found.classes.sort()]);
}

/** Whether users may ask a module for a class of another: a package for one of its modules, an old name for a new one. */
function isWorthwhile(places, module) {
  return places.some(
    (one) =>
      one.module.startsWith(`${module}.`) || /\._|\.backend\./.test(one.module) || one.module === module,
  );
}

function shown({ outside, module, name }, from, root) {
  if (outside !== undefined) return outside;
  if (module === from) return `.${name}`;
  return module.startsWith(`${root}.`) ? `:${module.slice(root.length + 1)}.${name}` : `${module}.${name}`;
}

function lineOf(classes, place, { isClosed, bases, members }, show) {
  const words = [];
  for (const [name, member] of [...members].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.startsWith("__")) continue;
    if (member.isMentioned && (!isClosed || hasMember(classes, bases, name))) continue;
    if (!isClosed && member.signatures === undefined) continue;
    if (name.startsWith("_") && !isClosed) continue;
    words.push(name.startsWith("_") ? name : memberWord(name, member, place.module, show));
  }
  const first = `${place.name}${isClosed ? "" : "*"}${bases.length > 0 ? `<${bases.map((one) => show(one, place.module)).join()}` : ""}`;
  return ` ${[first, ...words].join(" ")}`;
}

function memberWord(name, { signatures, isEverywhere, isHook, returns }, module, show) {
  const called =
    signatures === undefined || signatures === "open"
      ? ""
      : `(${signatures.map((tokens) => tokens.join()).join("|")})`;
  const type =
    called === "" || returns === undefined
      ? ""
      : `>${returns === "self" ? "" : returns.map((one) => show(one, module)).join()}`;
  return `${name}${called}${called !== "" && isHook ? "!" : ""}${isEverywhere || called === "" ? "" : "~"}${type}`;
}

function hasMember(classes, bases, name, depth = 0) {
  return bases.some((one) => {
    if (one.outside !== undefined || depth > 8) return false;
    const { bases: above, members } = classes.classAt(one);
    return members.has(name) || hasMember(classes, above, name, depth + 1);
  });
}
