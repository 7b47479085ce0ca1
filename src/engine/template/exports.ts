/** The values that the stacks that are deployed together export to each other. */
export interface Exports {
  /** The value of an export of any stack; undefined if there is none. */
  exported(name: string): unknown;
  /** The value of an output of a stack; undefined if there is none. */
  output(stackName: string, outputName: string): unknown;
  /** The value that a stack writes for the stacks of other Regions. */
  exportedToOtherRegions(name: string): unknown;
  /** The value of a parameter of Systems Manager; undefined if no stack creates it. */
  parameterOfSystemsManager(name: string): unknown;
}
