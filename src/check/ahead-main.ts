// What a thread of `check` runs.
import { parseForOthers } from "../parse/ahead-thread.ts";
import { ASKED_AHEAD } from "./ahead.ts";

await parseForOthers(ASKED_AHEAD);
