import { computeQuadraticForm, invertPositiveDefinite } from "../../../src/core/math/symmetric-matrix";

it("inverts a positive definite matrix whose entries differ by many orders", () => {
  const matrix = [
    [4e12, 2e3, 1e6],
    [2e3, 5, 2e-3],
    [1e6, 2e-3, 9],
  ];
  const inverse = invertPositiveDefinite(matrix)!;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const product = matrix[i].reduce((sum, entry, k) => sum + entry * inverse[k][j], 0);
      const scale = Math.sqrt(matrix[i][i] / matrix[j][j]);
      expect(product / scale).toBeCloseTo(i === j ? 1 / scale : 0, 12);
    }
  }
});

it.each([
  [
    "an eigenvalue below 0",
    [
      [1, 2],
      [2, 1],
    ],
  ],
  [
    "dependent rows",
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    "a diagonal of 0",
    [
      [0, 0],
      [0, 1],
    ],
  ],
  [
    "a blank",
    [
      [NaN, 0],
      [0, 1],
    ],
  ],
])("refuses a matrix with %s", (_, matrix) => {
  expect(invertPositiveDefinite(matrix)).toBeNull();
});

it("has the quadratic form by hand", () => {
  expect(
    computeQuadraticForm(
      [
        [2, 1],
        [1, 3],
      ],
      [1, -2],
    ),
  ).toBe(10);
});
