import {
  type Finding,
  lostReadsOf,
  preparationOf,
  programFunctionsOf,
  type Rule,
  type RuleContext,
} from "../../src/rule.ts";

/** An option that a program comes to read without coming to what registers it. */
export const notInProgram: Rule = {
  id: "config/not-in-program",
  title: "program that reads an option it does not register",
  severity: "error",
  confidence: "medium",
  onByDefault: true,
  source: "https://opendev.org/openstack/neutron/commit/d57735ae0f",
  mentions: [["def "]],
  check,
};

function* check({ path, project }: RuleContext): Generator<Finding> {
  for (const program of programFunctionsOf(project, path)) {
    for (const { option, group, registrar, path: other, read, way } of lostReadsOf(project, program)) {
      const reader = way.at(-1) ?? program;
      const what = group === "DEFAULT" ? option : `${group}.${option}`;
      yield {
        span: preparationOf(program),
        message: `${program.function.name}() comes to ${reader.function.qualifiedName}(), which reads ${what}, but not to ${registrar}() of ${other}, which registers it: NoSuchOptError`,
        related: [{ path: reader.module.path, span: read.node, message: "read here" }],
      };
    }
  }
}
