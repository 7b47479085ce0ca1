/** An alert, however it is implemented. */
export interface Alert {
  readonly id: string;
  readonly kind: AlertKind;
  /** The name of the cluster that it is about. */
  readonly cluster: string;
}

/** The three alerts that the library has a construct for. */
export enum AlertKind {
  DAEMON_CANNOT_START = 'DaemonCannotStart',
  ROLLBACK_FAILED = 'RollbackFailed',
  TASK_NOT_PLACED = 'TaskNotPlaced',
}

/** The events that AWS documents for each alert. */
export const MATCHED_EVENTS: Record<AlertKind, { readonly detailType: string; readonly eventName: string }> = {
  [AlertKind.DAEMON_CANNOT_START]: { detailType: 'ECS Daemon Service Action', eventName: 'DAEMON_TASK_START_IMPAIRED' },
  [AlertKind.ROLLBACK_FAILED]: { detailType: 'ECS Daemon Deployment State Change', eventName: 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED' },
  [AlertKind.TASK_NOT_PLACED]: { detailType: 'ECS Service Action', eventName: 'SERVICE_TASK_PLACEMENT_FAILURE' },
};

/** So many alerts: the three kinds for one cluster after the other. */
export function alerts(count: number): Alert[] {
  const kinds = Object.values(AlertKind);
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length];
    const cluster = `cluster-${Math.floor(i / kinds.length)}`;
    return { id: `${kind}-${cluster}`, kind, cluster };
  });
}
