import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import {
  DeploymentReason, EcsEventMessage, EcsEventPattern, EcsEventRule, EcsFailure, EcsFailureAlerts, FailureReason, HookEvent, HookLifecycleStage, HookType,
  ServiceActionEvent, ServiceActionEventType, ServiceDeploymentEvent, ServiceTaskPlacementFailureRule, SharedDeadLetterQueue, SnsPublish, SqsSendMessage,
} from 'cdk-ecs-event-rules';
import { Construct } from 'constructs';
import type { Receivers } from './receivers';

/** What serves users. */
export class ServiceAlerts extends Construct {
  constructor(scope: Construct, id: string, cluster: ecs.ICluster, receivers: Receivers) {
    super(scope, id);

    new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
      clusterNames: ['production'],
      clusterNamePrefixes: ['staging-'],
      excludedReasons: [FailureReason.AGENT, FailureReason.prefix('RESOURCE:PORTS')],
      targets: [new SnsPublish(receivers.chat, { message: EcsEventMessage.chat({ environmentName: 'production', mentions: ['<!here>'] }) })],
    });

    const web = ecs.FargateService.fromFargateServiceAttributes(this, 'Web', { cluster, serviceName: 'web' });
    new EcsEventRule(this, 'WebTrouble', {
      pattern: EcsEventPattern.anyOf(
        EcsEventPattern.serviceAction({
          clusters: [cluster],
          serviceNames: ['web'],
          eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR],
          excludedEventNames: [ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE],
        }),
        EcsEventPattern.serviceDeploymentStateChange({
          services: [web],
          eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
          reasons: [DeploymentReason.CIRCUIT_BREAKER],
        }),
      ),
      targets: [new SnsPublish(receivers.people, { message: EcsEventMessage.text() })],
    });

    new EcsEventRule(this, 'Hooks', {
      pattern: EcsEventPattern.hookStateChange({
        clusters: [cluster],
        excludedServiceNames: ['canary'],
        eventNames: [HookEvent.HOOK_FAILED, HookEvent.HOOK_TIMED_OUT],
        lifecycleStages: [HookLifecycleStage.POST_TEST_TRAFFIC_SHIFT],
        hookTypes: [HookType.PAUSE],
      }),
      deadLetterQueueEnabled: false,
      targets: [new SqsSendMessage(receivers.tickets)],
    });

    new EcsFailureAlerts(this, 'SandboxFailures', {
      clusterNames: ['sandbox'],
      excludedFailures: [EcsFailure.HEALTH_UNKNOWN],
      criticalTargets: [new SqsSendMessage(receivers.tickets)],
    });

    // The pattern and the message on a custom rule, for events that another account forwards.
    new events.Rule(this, 'Forwarded', {
      eventPattern: EcsEventPattern.serviceAction({
        clusterNames: ['production'],
        accounts: ['444455556666'],
        regions: ['eu-central-1'],
        eventNames: [ServiceActionEvent.SERVICE_STEADY_STATE],
      }).toEventPattern(),
      targets: [new targets.SnsTopic(receivers.people, { message: EcsEventMessage.text(), deadLetterQueue: SharedDeadLetterQueue.of(this) })],
    });
  }
}
