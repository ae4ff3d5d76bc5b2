import { CacheFolder } from "./cache-folder.ts";

/** An entry is of a whole tree: a few of the newest are all that is used again. */
const LIMITS = { entries: 48, bytes: 256 * 1024 * 1024, days: 30 };

/** Results of `osfix check`, each in a file of its own. */
export class CheckResults {
  private readonly folder: CacheFolder;

  constructor(folder: string) {
    this.folder = new CacheFolder(folder, LIMITS);
  }

  read(key: string): string | undefined {
    return this.folder.read(`${key}.json`);
  }

  write(key: string, text: string): void {
    this.folder.write(`${key}.json`, text);
  }
}
