import { createGaussLegendre, integrateBeta } from "../../../src/core/math/quadrature";

it.each([1, 2, 5, 10, 16])("integrates polynomials up to degree 2n - 1 exactly with n = %p nodes", (count) => {
  const { nodes, weights } = createGaussLegendre(count);
  for (let degree = 0; degree < 2 * count; degree++) {
    const sum = nodes.reduce((total, x, i) => total + weights[i] * x ** degree, 0);
    expect(sum).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 13);
  }
});

it.each([
  [0.8, 2.4],
  [1e-6, 6.7],
  [5, 1e-4],
  [0.2, 0.1],
  [3000, 9000],
  [1e6, 20],
])("has mean and mean square of a beta distribution with %p and %p", (a, b) => {
  const mean = a / (a + b);
  expect(Math.abs(integrateBeta(a, b, (p) => p) / mean - 1)).toBeLessThan(1e-11);
  const square = (mean * (a + 1)) / (a + b + 1);
  expect(Math.abs(integrateBeta(a, b, (p) => p * p) / square - 1)).toBeLessThan(1e-11);
});
