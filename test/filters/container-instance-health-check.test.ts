import { ContainerInstanceHealthCheck } from '../../src/filters/container-instance-health-check';
import { ContainerInstanceHealthCheckType } from '../../src/filters/container-instance-health-check-type';
import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';

test('a health check is a type with its result', () => {
  const check = ContainerInstanceHealthCheck.of(ContainerInstanceHealthCheckType.DAEMON, ContainerInstanceHealthStatus.INSUFFICIENT_DATA);

  expect([check._type.value, check._status.value]).toEqual(['DAEMON', 'INSUFFICIENT_DATA']);
});

test('impaired() is the result that alerts are about', () => {
  const check = ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.CONTAINER_RUNTIME);

  expect([check._type.value, check._status.value]).toEqual(['CONTAINER_RUNTIME', 'IMPAIRED']);
});
