import { Annotations, Reference, Tokenization } from 'aws-cdk-lib';
import { CfnService } from 'aws-cdk-lib/aws-ecs';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { renderedProperties } from '../validation/deployed/rendered-elements';

/**
 * Warns of an alert on the failed deployments of a service that has nothing to find them: without the circuit breaker or a deployment alarm,
 * Amazon ECS may retry indefinitely without sending that a deployment failed. AWS documents the event for these two and for hooks and stages of
 * blue/green deployments that fail.
 *
 * Judged at synthesis, because alarms are often added after the service. Annotated on a child of the rule construct, so that an
 * acknowledgement on the construct reaches it.
 */
export function warnOfUnsentFailures(rule: IConstruct, annotated: IConstruct, services: readonly aws_ecs.IServiceRef[]): void {
  rule.node.addValidation({
    validate: () => {
      services.filter(neverFails).forEach((service) => Annotations.of(annotated).addWarningV2('cdk-ecs-event-rules:deploymentFailureDetectionDisabled',
        `services: ${service.node.path} has neither the deployment circuit breaker nor a deployment alarm, so SERVICE_DEPLOYMENT_FAILED may never be sent for it.`
        + ' Set circuitBreaker or deploymentAlarms of the service.'));
      return [];
    },
  });
}

function neverFails(service: aws_ecs.IServiceRef): boolean {
  const resolvable = Tokenization.reverse(service.serviceRef.serviceArn, { failConcat: false });
  const resource = Reference.isReference(resolvable) ? resolvable.target : undefined;
  if (!CfnService.isCfnService(resource)) {
    return false;
  }
  const { DeploymentCircuitBreaker, Alarms } = (renderedProperties(resource).DeploymentConfiguration ?? {}) as DeploymentConfiguration;
  return !DeploymentCircuitBreaker?.Enable && !Alarms?.Enable;
}

/** As the template spells it. What is known at deployment only, is an object. */
interface DeploymentConfiguration {
  readonly DeploymentCircuitBreaker?: { readonly Enable?: unknown };
  readonly Alarms?: { readonly Enable?: unknown };
}
