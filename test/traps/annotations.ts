import type { Stack } from 'aws-cdk-lib';
import { App, Stage } from 'aws-cdk-lib';
import { annotationsIn } from '../rules/stack-under-test';

/** What synthesis refuses; empty if it does not. */
export function denialOf(stack: Stack): string {
  try {
    (Stage.of(stack) ?? new App()).synth();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The warnings and infos of this library, as `level path text`. */
export function warningsOf(stack: Stack): string[] {
  return annotationsIn(stack).filter((text) => text.includes('[ack: cdk-ecs-event-rules:'));
}
