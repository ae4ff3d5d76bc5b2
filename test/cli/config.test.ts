import fs from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { scratch } from "../helpers/scratch.ts";
import { osfix, sample } from "./osfix.ts";

const SCHEMA = path.resolve(import.meta.dirname, "../../schema/osfix.config.schema.json");

describe("osfix.config.json", () => {
  const config = { profile: "published", set: { bridge_interface: "bond7" }, only: ["1"] };

  it.each([
    { given: "in the directory", files: { "osfix.config.json": JSON.stringify(config) }, from: "." },
    { given: "above it", files: { "osfix.config.json": JSON.stringify(config), "a/b/x": "" }, from: "a/b" },
    {
      given: "as a key of package.json",
      files: { "package.json": JSON.stringify({ osfix: config }) },
      from: ".",
    },
    {
      given: "past a package.json that has no such key",
      files: { "osfix.config.json": JSON.stringify(config), "a/package.json": "{}" },
      from: "a",
    },
  ])("is read $given", async ({ files, from }) => {
    const cwd = path.join(scratch(files), from);
    const tree = sample("nova");
    const { status, out } = await osfix(["apply", tree], { cwd });
    expect(status).toBe(0);
    expect(out).toContain("profile published");
    expect(out).not.toContain("0002");
    expect(fs.readFileSync(path.join(tree, "nova/conf/neutron.py"), "utf8")).toContain("default='bond7'");
  });

  it("gives way to options", async () => {
    const cwd = scratch({ "osfix.config.json": JSON.stringify(config) });
    const { out } = await osfix(["status", "--profile", "hardened", "--only", "2", sample("nova")], { cwd });
    expect(out).toContain("profile hardened");
    expect(out).toContain("0002-vlan-of-bridge-ports");
  });

  it.each([
    {
      text: '{"profil": "hardened"}',
      says: 'osfix.config.json: unknown key "profil"\n  Did you mean "profile"?',
    },
    { text: '{"profile": 1}', says: '"profile" is not a text' },
    { text: '{"only": "1"}', says: '"only" is not a list of texts' },
    { text: '{"set": {"bridge_interface": 1}}', says: '"set" is not an object of texts' },
    { text: "[]", says: "it is not a JSON object" },
    { text: "{", says: "not JSON" },
    { text: '{"profile": "hardend"}', says: 'Did you mean "hardened"?' },
  ])("$text is refused", async ({ text, says }) => {
    const { status, err } = await osfix(["status", sample("nova")], {
      cwd: scratch({ "osfix.config.json": text }),
    });
    expect(status).toBe(2);
    expect(err).toContain(says);
  });

  it("has a schema that knows the same keys", () => {
    const schema = JSON.parse(fs.readFileSync(SCHEMA, "utf8"));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate({ $schema: "x", patches: "p", ...config })).toBe(true);
    expect(validate({ profil: "hardened" })).toBe(false);
  });
});
