/** Where a sample event comes from. */
export enum SampleOrigin {
  /** Printed on a page of AWS's documentation, value for value. */
  AWS = 'AWS',
  /** Made from AWS's sample and the fields that AWS documents. */
  DERIVED = 'DERIVED',
  /** Given by the user as it is. */
  CUSTOM = 'CUSTOM',
}
