/** Prints what happens and counts it, so that the last line can say how many passed and failed. */
export class Report {
  public passed = 0;
  public failed = 0;
  private readonly begun = Date.now();

  /** What is no test. */
  public say(text: string): void {
    console.log(`${String(Math.round((Date.now() - this.begun) / 1000)).padStart(4)} s  ${text}`);
  }

  /** One test: passes unless it throws. */
  public async check(title: string, check: () => void | string | Promise<void | string>): Promise<boolean> {
    const started = Date.now();
    try {
      const found = await check();
      this.passed += 1;
      this.say(`passed: ${title}${found ? ` (${found})` : ''}, ${seconds(started)}`);
      return true;
    } catch (error) {
      this.failed += 1;
      this.say(`FAILED: ${title}, ${seconds(started)}\n${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
