/** The origin of a sample event. */
export enum SampleOrigin {
  /** Published in the documentation of AWS, unmodified. */
  AWS = 'AWS',
  /** Derived from samples of AWS, with fields that AWS documents or that were recorded. */
  DERIVED = 'DERIVED',
  /** Composed from other samples. AWS documents the event but publishes neither its JSON nor its fields. */
  COMPOSED = 'COMPOSED',
  /** Provided by the user. */
  CUSTOM = 'CUSTOM',
}
