// A cycle on purpose, for the test that the lint finds one.
import { ONE } from './one';

export const OTHER = () => ONE;
