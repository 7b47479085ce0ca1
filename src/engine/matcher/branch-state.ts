/** Whether EventBridge matches events by a branch of a pattern at all. */
export enum BranchState {
  MATCHING,
  /** It takes the branch for an earlier one. */
  LOST,
  /**
   * It depends on the run of the machine whether the branch is taken for an earlier one, or its entries disturb each other (`FieldMachine`):
   * it cannot be relied on, so it counts as lost.
   */
  UNCERTAIN,
}
