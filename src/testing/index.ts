export * from './event-bus-simulator';
export * from './event-bus-simulator-options';
export * from './sample-event';
export * from './samples';
export * from './simulation/delivery-status';
export * from './simulation/simulated-delivery';
export * from './simulation-outcome';
