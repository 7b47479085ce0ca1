// A cycle on purpose, for the test that the lint finds one.
import { OTHER } from './other';

export const ONE = () => OTHER;
