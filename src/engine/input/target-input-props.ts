/** The part of a target of `AWS::Events::Rule` that says what it receives. At most one of the three is there. */
export interface TargetInputProps {
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: { readonly [variable: string]: string };
    readonly InputTemplate: string;
  };
}
