import { Reference, Tokenization } from 'aws-cdk-lib';
import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { EcsEventPattern } from '../patterns/ecs-event-pattern';
import { environmentOf } from '../patterns/references/environment';
import { annotate } from '../validation/findings/reporter';
import type { ValidationPass } from '../validation/validation-pass';

const SERVICE = 'AWS::ECS::Service';

/**
 * Warns of an alert on the failed deployments of a service that has nothing to find them: without the circuit breaker or a deployment alarm,
 * Amazon ECS may retry indefinitely without sending that a deployment failed. AWS documents the event for these two and for hooks and stages of
 * blue/green deployments that fail.
 *
 * Checked at synthesis, because alarms and services are often added later. To be annotated on a child of the rule construct, so that an
 * acknowledgement on the construct reaches it.
 */
export function annotateUnsentFailures(annotated: IConstruct, pattern: EcsEventPattern, pass: ValidationPass): void {
  const props = new Map<CfnService, string>();
  const candidates = () => pass.resourcesOfType(SERVICE) as readonly CfnService[];
  pattern._servicesWithFailureAlert(environmentOf(annotated), candidates).forEach(({ prop, service }) => {
    const resource = resourceOf(service);
    if (isService(resource) && neverFails(resource, pass)) {
      props.set(resource, props.get(resource) ?? prop);
    }
  });
  props.forEach((prop, resource) => annotate(annotated, {
    level: 'warning',
    id: 'cdk-ecs-event-rules:deploymentFailureDetectionDisabled',
    message: `${prop}: ${pathOf(resource)} has neither the deployment circuit breaker nor a deployment alarm, so SERVICE_DEPLOYMENT_FAILED may never be sent for it.`
      + ' Set circuitBreaker or deploymentAlarms of the service.',
  }));
}

/** By its type: to load the classes of Amazon ECS takes longer than the check. */
function isService(resource: IConstruct | undefined): resource is CfnService {
  return (resource as Partial<CfnService> | undefined)?.cfnResourceType === SERVICE;
}

/** The path of the construct that users know. */
function pathOf({ node }: CfnService): string {
  return node.scope?.node.defaultChild?.node === node ? node.scope.node.path : node.path;
}

function resourceOf(service: aws_ecs.IServiceRef): IConstruct | undefined {
  const resolvable = Tokenization.reverse(service.serviceRef.serviceArn, { failConcat: false });
  return Reference.isReference(resolvable) ? resolvable.target : undefined;
}

/** Both are documented for the rolling and the blue/green deployments of Amazon ECS itself: nothing is known of others. */
function neverFails(resource: CfnService, pass: ValidationPass): boolean {
  const { DeploymentCircuitBreaker, Alarms, Strategy = 'ROLLING' } = (pass.property(resource, 'DeploymentConfiguration') ?? {}) as DeploymentConfiguration;
  const { Type = 'ECS' } = (pass.property(resource, 'DeploymentController') ?? {}) as { readonly Type?: unknown };
  return Type === 'ECS' && ['ROLLING', 'BLUE_GREEN'].includes(Strategy as string) && !DeploymentCircuitBreaker?.Enable && !Alarms?.Enable;
}

/** As the template spells it. What is known at deployment only, is an object. */
interface DeploymentConfiguration {
  readonly DeploymentCircuitBreaker?: { readonly Enable?: unknown };
  readonly Alarms?: { readonly Enable?: unknown };
  readonly Strategy?: unknown;
}
