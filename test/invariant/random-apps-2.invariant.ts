import { tryRandomApps } from './random-apps';

tryRandomApps(1);
