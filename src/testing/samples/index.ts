export * from './container-instance-sample-options';
export * from './daemon-sample-options';
export * from './sample-event-options';
export * from './sample-origin';
export * from './service-sample-options';
export * from './task-state-change-sample-options';
