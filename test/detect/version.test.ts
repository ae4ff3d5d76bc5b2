import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRelease, releaseOf, releaseTitle, versionsOf } from "../../src/detect/releases.ts";
import { compareVersions, parseVersion, type Version } from "../../src/detect/version.ts";
import { isInRange, parseVersionRange } from "../../src/detect/version-range.ts";

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`not a version: ${text}`);
  return parsed;
}

describe("versions", () => {
  it.each([
    ["26.2.2", "26.2.2", [26, 2, 2], null, 0],
    ["22.0.0.0rc1", "22.0.0.0rc1", [22, 0, 0], { kind: "rc", number: 1 }, 0],
    ["14.0.0.0b3", "14.0.0.0b3", [14, 0, 0], { kind: "b", number: 3 }, 0],
    ["2013.2.b1", "2013.2.b1", [2013, 2], { kind: "b", number: 1 }, 0],
    ["2015.1.0rc2", "2015.1.0rc2", [2015, 1], { kind: "rc", number: 2 }, 0],
    ["26.2.2-14-gabc1234", "26.2.2-14-gabc1234", [26, 2, 2], null, 14],
    ["34.0.0.dev373", "34.0.0.dev373", [34, 0, 0], { kind: "dev", number: 373 }, 0],
    ["22.0.0.0rc2.dev7", "22.0.0.0rc2.dev7", [22, 0, 0], { kind: "rc", number: 2 }, 7],
    ["2:26.2.2-1~deb12u4", "26.2.2", [26, 2, 2], null, 0],
    ["2:22.0.1-2+deb11u1", "22.0.1", [22, 0, 1], null, 0],
    ["3:31.0.0~rc1-2", "31.0.0.0rc1", [31, 0, 0], { kind: "rc", number: 1 }, 0],
    ["4.3.0", "4.3.0", [4, 3, 0], null, 0],
    ["v1.0", "1.0", [1, 0], null, 0],
  ])("%s is read", (given, text, numbers, pre, commits) => {
    expect(parseVersion(given)).toEqual({ text, numbers, pre, commits });
  });

  it.each(["", "rocky-eol", "master", "1.x", "1..2", "-1"])("%j is no version", (given) => {
    expect(parseVersion(given)).toBeUndefined();
  });

  it("are in the order of their making", () => {
    const ordered = [
      "2011.3",
      "2013.2.b1",
      "2013.2.rc1",
      "2013.2",
      "2013.2.4",
      "2015.1.0",
      "7.0.0",
      "12.0.0",
      "14.0.0.0b1",
      "14.0.0.0b3",
      "14.0.0.0rc1",
      "14.0.0",
      "14.0.1",
      "14.0.1-3-gabcdef1",
      "14.1.0",
      "21.0.0.0rc1",
      "33.0.2",
      "34.0.0.dev1",
      "34.0.0.dev20",
    ];
    expect(
      [...ordered]
        .reverse()
        .map(version)
        .sort(compareVersions)
        .map(({ text }) => text),
    ).toEqual(ordered);
  });

  it("are ordered without contradiction", () => {
    const any = fc
      .tuple(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(3),
        fc.nat(3),
        fc.constantFrom("", ".0b1", ".0rc1", ".0rc2", "-4-gabcdef0"),
      )
      .map(([major, minor, patch, mark]) => version(`${major}.${minor}.${patch}${mark}`));
    const property = fc.property(any, any, any, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(0 - Math.sign(compareVersions(b, a)));
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
    });
    fc.assert(property);
  });
});

describe("ranges", () => {
  it.each([
    [">=1.0.0 <5.0.0", "1.0.0", true],
    [">=1.0.0 <5.0.0", "4.3.0", true],
    [">=1.0.0 <5.0.0", "5.0.0", false],
    [">=1.0.0 <5.0.0", "5.0.0.0rc1", false],
    [">=1.0.0, <5.0.0", "3.0.0", true],
    [">= 14.0.0", "14.0.0.0rc1", true],
    [">=14.0.0.0b3", "14.0.0.0b2", false],
    [">=14.0.0", "2015.1.0", false],
    [">=17.0.0 !=18.0.1", "18.0.1", false],
    ["<=20.6.1", "20.6.1-9-gabcdef0", false],
    ["1.8.0", "1.8.0", true],
    [">1.8.0", "1.8.0", false],
  ])("%s and %s: %s", (text, given, want) => {
    const range = parseVersionRange(text);
    expect(range && isInRange(version(given), range)).toBe(want);
  });

  it.each(["", "soon", ">=1.0 and more", "~>2"])("%j is no range", (text) => {
    expect(parseVersionRange(text)).toBeUndefined();
  });
});

describe("releases", () => {
  it.each([
    ["nova", "2013.2.b1", "Havana"],
    ["nova", "2015.1.2", "Kilo"],
    ["nova", "12.0.6", "Liberty"],
    ["nova", "20.6.1", "Train"],
    ["nova", "21.0.0.0rc1", "Ussuri"],
    ["nova", "33.0.2", "2026.1 (Gazpacho)"],
    ["nova", "34.0.0.dev1", "2026.2 (Hibiscus)"],
    ["nova", "99.0.0", undefined],
    ["nova", "2010.1", undefined],
    ["os-vif", "1.0.0", "Newton"],
    ["os-vif", "1.9.2", "Queens"],
    ["os-vif", "1.10.0", "Rocky"],
    ["os-vif", "1.17.0", "Train"],
    ["os-vif", "3.0.0", "Zed"],
    ["os-vif", "3.5.0", "2024.1 (Caracal)"],
    ["os-vif", "4.2.1", "2025.2 (Flamingo)"],
    ["neutron", "7.0.0", "Liberty"],
    ["neutron", "2015.1.0", "Kilo"],
    ["neutron", "25.0.0", "2024.2 (Dalmatian)"],
  ] as const)("%s %s is %s", (project, text, title) => {
    const release = releaseOf(project, version(text));
    expect(release && releaseTitle(release)).toBe(title);
  });

  it.each([
    ["Rocky", "rocky", "18.x", ">=1.10.0 <1.12.0"],
    ["stable/queens", "queens", "17.x", ">=1.8.0 <1.10.0"],
    ["2023.1", "antelope", "27.x", ">=3.1.0 <3.2.0"],
    ["gazpacho", "gazpacho", "33.x", ">=4.3.0 <5.0.0"],
    ["unmaintained/2024.1", "caracal", "29.x", ">=3.3.0 <3.6.0"],
    ["train-eol", "train", "20.x", ">=1.16.0 <2.0.0"],
    ["liberty", "liberty", "12.x", undefined],
  ])("%s is %s: nova %s, os-vif %s", (text, name, nova, osVif) => {
    const release = findRelease(text);
    expect(release?.name).toBe(name);
    expect(release && [versionsOf("nova", release), versionsOf("os-vif", release)]).toEqual([nova, osVif]);
  });

  it("an unknown name is none", () => {
    expect([findRelease("zebra"), findRelease("")]).toEqual([undefined, undefined]);
  });
});
