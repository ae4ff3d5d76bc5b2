/** The files of a new rule and of its page: a rule that finds something, and passes its own examples. */
export function newRuleFiles(id: string, date: string): { readonly spatch: string; readonly page: string } {
  const [area = ""] = id.split("/");
  return {
    spatch: `Subject: call of old_name(), which new_name() replaces
Project: own
Severity: warning
Author: Name <name@example.org>
Date: ${date}

Why it is a defect, and what it does to those who run the code.

--- *.py
@@ call all @@
expression list arguments
@@
-old_name(arguments)
+new_name(arguments)
`,
    page: `# call of old_name(), which new_name() replaces

The harm, in one paragraph: what happens, to whom, and when. (Area: ${area}.)

Source: https://example.org. Confidence: high.

## found, and mended

\`\`\`python
old_name(1, two=2)  # want: ${id} call of old_name()
\`\`\`

\`\`\`python after
new_name(1, two=2)
\`\`\`

## a look-alike, left alone

\`\`\`python
def old_name_of(thing):
    return new_name(thing)
\`\`\`
`,
  };
}
