// The pages of rules are read as `osfix test` reads those of own rules.
export * from "../../src/check/rule-page.ts";
