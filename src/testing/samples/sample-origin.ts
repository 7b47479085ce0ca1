/** Where a sample event comes from. */
export enum SampleOrigin {
  /** Printed on a page of AWS's documentation, value for value. */
  AWS = 'AWS',
  /** Made from AWS's samples and the fields that AWS documents or that were recorded. */
  DERIVED = 'DERIVED',
  /** Composed from other samples. AWS names the event but publishes neither its JSON nor its fields. */
  COMPOSED = 'COMPOSED',
  /** Given by the user as it is. */
  CUSTOM = 'CUSTOM',
}
