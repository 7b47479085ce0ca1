import type { JudgedTarget } from './checked-target';
import { doubtful } from './checked-target';
import type { Judgement } from '../../delivery/finding';
import { asQueue } from '../../delivery/resource-kinds';

/** By one of these, two messages about different events differ. */
const DISTINCT = /^(\$|\$\.id|\$\.time|\$\.detail|\$\.detail\.(createdAt|updatedAt)|aws\.events\.event(\.json|\.ingestion-time)?)$/;

/** Of messages with the same content a FIFO queue delivers one in five minutes: EventBridge gives no deduplication id, so it is made of the content. */
export function judgeFifoInput(target: JudgedTarget): Judgement[] {
  const { template, inputPath, destination } = target;
  const queue = typeof destination === 'string' ? undefined : asQueue(destination.node.scope);
  const values = [inputPath ?? [], ...template?.placeholders.map(({ name, path }) => path ?? name) ?? []].flat();
  return !queue?.fifo || (inputPath === undefined && !template?.isKnown) || values.some((value) => DISTINCT.test(value)) ? [] : [
    doubtful(target, 'cdk-ecs-event-rules:equalMessages', `${queue.node.path} is a FIFO queue, which drops what it got within the last five minutes with the same content,`
      + ' and this message is the same for one event and the next. Put EventField.eventId into it, or use EcsEventMessage.'),
  ];
}
