import { describe, expect, it } from "vitest";
import { selectPatches } from "../../src/smpl/select.ts";
import { parseSeries, type Series } from "../../src/smpl/series.ts";
import { parseSetting, settingLiterals } from "../../src/smpl/settings.ts";

const HUNK = "--- a.py\n@@\nsetting bridge_interface\n@@\n-x = 1\n+x = bridge_interface\n";

function series(dependsOn = ""): Series {
  const patch = (path: string, project: string, profiles: string, more = "") => ({
    path: `${path}.spatch`,
    file: `${path}.spatch`,
    text: `Subject: s\nProject: ${project}\nAuthor: A <a@example.org>\nDate: Wed, 02 Dec 2020 00:00:00 +0000\nProfiles: ${profiles}\n${more}\nWhy.\n\n${HUNK}`,
  });
  const manifest = {
    title: "t",
    profiles: { one: { settings: { bridge_interface: "bond1" } }, two: {} },
    defaultProfile: "two",
    projects: ["os-vif", "nova"],
  };
  return parseSeries("s", { path: "series.json", file: "series.json", text: JSON.stringify(manifest) }, [
    patch("os-vif/0001-lock", "os-vif", "one two"),
    patch("os-vif/0002-name", "os-vif", "one", dependsOn),
    patch("nova/0001-option", "nova", "one two"),
    patch("nova/0010-vlan", "nova", "two"),
  ]);
}

describe("Depends-On", () => {
  const depending = (what: string) => series(`Depends-On: ${what} - its lock\n`);

  it("names an earlier patch of the project", () => {
    expect(depending("os-vif/0001-lock").patches[1]?.header.dependsOn).toEqual([
      { what: "os-vif/0001-lock", reason: "its lock" },
    ]);
  });

  it.each(["os-vif/0001-lokc", "os-vif/0002-name", "nova/0001-option"])("does not name %s", (what) => {
    expect(() => depending(what)).toThrow(
      `os-vif/0002-name.spatch: it depends on "${what}", which is no patch of its project before it`,
    );
  });
});

describe("selectPatches", () => {
  it.each([
    { only: [], wanted: ["os-vif/0001-lock", "nova/0001-option", "nova/0010-vlan"] },
    { only: ["1"], wanted: ["os-vif/0001-lock", "nova/0001-option"] },
    { only: ["0001"], wanted: ["os-vif/0001-lock", "nova/0001-option"] },
    { only: ["10"], wanted: ["nova/0010-vlan"] },
    { only: ["nova/*"], wanted: ["nova/0001-option", "nova/0010-vlan"] },
    { only: ["vlan"], wanted: ["nova/0010-vlan"] },
    { only: ["0001-l?ck", "nova/0010-vlan.spatch"], wanted: ["os-vif/0001-lock", "nova/0010-vlan"] },
  ])("$only stands for $wanted", ({ only, wanted }) => {
    expect([...selectPatches(series(), "two", only)].map((patch) => patch.id)).toEqual(wanted);
  });

  it.each([
    { only: ["name"], says: "os-vif/0002-name is not in profile" },
    { only: ["3"], says: 'no patch "3" in profile "two" of series s' },
    { only: ["."], says: 'no patch "."' },
  ])("$only is an error: $says", ({ only, says }) => {
    expect(() => selectPatches(series(), "two", only)).toThrow(says);
  });
});

describe("settings", () => {
  it("are Python literals: the profile's, under the user's own", () => {
    expect(settingLiterals(series(), "one", new Map())).toEqual(new Map([["bridge_interface", "'bond1'"]]));
    expect(settingLiterals(series(), "two", new Map())).toEqual(new Map());
    const given = new Map([["bridge_interface", "it's\\"]]);
    expect(settingLiterals(series(), "one", given)).toEqual(new Map([["bridge_interface", "'it\\'s\\\\'"]]));
  });

  it.each(["bond0", "enp175s0f0np0", "physnet1:bond1", "physnet1:bond1,physnet2:bond2"])(
    "may be %s",
    (value) => {
      expect(() => settingLiterals(series(), "one", new Map([["bridge_interface", value]]))).not.toThrow();
    },
  );

  it.each(["", "a b", "a/b", "sixteen-letters-x", "a\nb", "physnet1:"])("may not be %j", (value) => {
    expect(() => settingLiterals(series(), "one", new Map([["bridge_interface", value]]))).toThrow(
      "setting bridge_interface",
    );
  });

  it("are given as NAME=VALUE", () => {
    expect(parseSetting("a=b=c")).toEqual(["a", "b=c"]);
    expect(() => parseSetting("=b")).toThrow("is not NAME=VALUE");
  });
});
