import { Module } from 'module';

/** How long it takes to load modules, whenever that happens: the CDK loads most of its classes when they are used first. */
export class ModuleClock {
  /** How many modules were loaded. */
  public get count(): number {
    return Object.keys(require.cache).length;
  }

  /** Milliseconds of wall time. */
  public spent = 0;

  private depth = 0;

  constructor() {
    const loader = Module as unknown as { _load(...args: unknown[]): unknown };
    const load = loader._load;
    loader._load = (...args) => {
      const since = this.depth === 0 ? performance.now() : 0;
      this.depth += 1;
      try {
        return load.apply(loader, args);
      } finally {
        this.depth -= 1;
        this.spent += this.depth === 0 ? performance.now() - since : 0;
      }
    };
  }
}
