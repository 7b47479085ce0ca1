import { tryRandomApps } from './random-apps';

tryRandomApps(3);
