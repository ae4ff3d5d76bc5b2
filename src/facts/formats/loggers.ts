/** Whether what a call is made of goes by the name of a logger: `LOG`, `self.logger`. */
export function isLogger(written: string): boolean {
  return /(^|\.)_?_?(LOG|log|LOGGER|logger|_log|_logger)$/.test(written);
}

/** Whether it goes by that, or is the module `logging` itself, which has the functions of loggers. */
export function isLoggerOrLogging(written: string): boolean {
  return isLogger(written) || /(^|\.)_?_?logging$/.test(written);
}
