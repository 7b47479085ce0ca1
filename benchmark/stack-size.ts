/** A template, as far as it is counted. */
export interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, any>> }>>;
}

/** How much of what AWS limits a stack takes. */
export interface StackSize {
  readonly rules: number;
  readonly resources: number;
  readonly bytes: number;
  /** Of the queue policy that has most of them: that of the queue or of the dead-letter queue. */
  readonly statements: number;
  readonly policyBytes: number;
  readonly permissions: number;
  readonly permissionBytes: number;
}

/** What AWS limits, and by how much. None of it is raised on request. */
export const QUOTAS: Partial<Record<keyof StackSize, number>> = {
  resources: 500,
  bytes: 1_000_000,
  statements: 20,
  policyBytes: 8_192,
  permissionBytes: 20_480,
};

/** Counts a template, as it was written for the deployment. */
export function stackSize(json: string, stackName: string): StackSize {
  const { Resources } = JSON.parse(json) as Template;
  const ofType = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);
  const documents = ofType('AWS::SQS::QueuePolicy').map(([, { Properties }]) => Properties!.PolicyDocument as { readonly Statement: readonly unknown[] });
  const permissions = ofType('AWS::Lambda::Permission').map(([id, { Properties }]) => permissionStatement(id, Properties!));
  const bytesOf = (value: unknown) => JSON.stringify(deployed(value, stackName)).length;
  return {
    rules: ofType('AWS::Events::Rule').length,
    resources: Object.keys(Resources).length,
    bytes: Buffer.byteLength(json),
    statements: Math.max(...documents.map(({ Statement }) => Statement.length)),
    policyBytes: Math.max(...documents.map(bytesOf)),
    permissions: permissions.length,
    permissionBytes: bytesOf({ Version: '2012-10-17', Id: 'default', Statement: permissions }),
  };
}

/** The quotas that a stack exceeds. */
export function exceeded(size: StackSize): (keyof StackSize)[] {
  return (Object.keys(QUOTAS) as (keyof StackSize)[]).filter((quota) => size[quota] > QUOTAS[quota]!);
}

/** As AWS Lambda keeps a permission in the policy of the function. */
function permissionStatement(id: string, { FunctionName, Principal, Action, SourceArn, SourceAccount }: Readonly<Record<string, any>>): unknown {
  return {
    Sid: { Ref: id },
    Effect: 'Allow',
    Principal: { Service: Principal },
    Action,
    Resource: FunctionName,
    Condition: { ...SourceAccount && { StringEquals: { 'AWS:SourceAccount': SourceAccount } }, ArnLike: { 'AWS:SourceArn': SourceArn } },
  };
}

/** With names and ARNs as long as CloudFormation makes them: `<stack>-<logical id>-<12 characters>`. */
function deployed(value: any, stackName: string): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => deployed(element, stackName));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const nameOf = (id: string) => `${stackName}-${id}-${'X'.repeat(12)}`;
  if ('Ref' in value) {
    return nameOf(value.Ref);
  }
  if ('Fn::GetAtt' in value) {
    return `arn:aws:events:eu-west-1:111122223333:rule/${nameOf(value['Fn::GetAtt'][0])}`;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deployed(inner, stackName)]));
}
