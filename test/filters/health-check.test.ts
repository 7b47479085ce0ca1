import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';
import { HealthCheck } from '../../src/filters/health-check';
import { HealthCheckType } from '../../src/filters/health-check-type';

test('a health check is a type with its result', () => {
  const check = HealthCheck.of(HealthCheckType.DAEMON, ContainerInstanceHealthStatus.INSUFFICIENT_DATA);

  expect([check.type.value, check.status.value]).toEqual(['DAEMON', 'INSUFFICIENT_DATA']);
});

test('impaired() is the result that alerts are about', () => {
  const check = HealthCheck.impaired(HealthCheckType.CONTAINER_RUNTIME);

  expect([check.type.value, check.status.value]).toEqual(['CONTAINER_RUNTIME', 'IMPAIRED']);
});
