import * as api from '../../src';

/** What jsii knows is a class, a struct or an enum, all in Pascal case; a struct is gone at run time. */
const isPublicType = (name: string) => /^[A-Z]/.test(name);

test('the package exports no internal function', () => {
  const { testing, ...names } = api;
  expect([...Object.keys(names), ...Object.keys(testing)].filter((name) => !isPublicType(name))).toEqual([]);
});
