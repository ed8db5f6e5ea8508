import type { SmoothObjective } from "../../../src/core/math/minimize";
import { computeHessian, minimizeNewton, minimizeQuasiNewton } from "../../../src/core/math/minimize";
import { minimizeSimplex } from "../../../src/core/math/nelder-mead";

const rosenbrock: SmoothObjective = ([x, y], gradient) => {
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};
const options = { bound: 15, gain: 1e-14, maxIterations: 500 };

it.each([
  [-1.2, 1],
  [5, -7],
  [-9, 9],
])("walks down the curved valley from (%p, %p)", (x, y) => {
  const end = minimizeQuasiNewton(rosenbrock, [x, y], options);
  expect(end.converged).toBe(true);
  expect(end.point[0]).toBeCloseTo(1, 5);
  expect(end.point[1]).toBeCloseTo(1, 5);
  const finish = minimizeNewton(rosenbrock, end.point, { ...options, gain: 1e-25 });
  expect(finish.point[0]).toBeCloseTo(1, 11);
});

it("rests at the bound when the minimum lies outside, and leaves it when the minimum lies inside", () => {
  const bowl: SmoothObjective = ([x, y], gradient) => {
    gradient[0] = 2 * (x - 20);
    gradient[1] = 2 * (y - 1);
    return (x - 20) ** 2 + (y - 1) ** 2;
  };
  const end = minimizeQuasiNewton(bowl, [0, 15], options);
  expect(end.point[0]).toBe(15);
  expect(end.point[1]).toBeCloseTo(1, 6);
  expect(end.converged).toBe(true);
  expect(minimizeNewton(bowl, end.point, options).inverse).toBeNull();
});

it("stops where the objective is not a number, without calling it a minimum", () => {
  const broken: SmoothObjective = () => NaN;
  expect(minimizeQuasiNewton(broken, [1], options)).toMatchObject({ converged: false, iterations: 0 });
});

it("has the second derivatives of a known function", () => {
  const hessian = computeHessian(rosenbrock, [1, 1]);
  [802, -400, -400, 200].forEach((exact, i) => expect(hessian[i >> 1][i & 1]).toBeCloseTo(exact, 4));
});

it("gives no inverse at a saddle", () => {
  const saddle: SmoothObjective = ([x, y], gradient) => {
    gradient[0] = 2 * x;
    gradient[1] = -2 * y;
    return x * x - y * y;
  };
  expect(minimizeNewton(saddle, [0, 0], options)).toMatchObject({ converged: false, inverse: null });
});

it("finds the same valley with a simplex that sees no gradient", () => {
  const scratch = new Float64Array(2);
  const end = minimizeSimplex((point) => rosenbrock(point, scratch), [-1.2, 1], 1e-14);
  expect(end.point[0]).toBeCloseTo(1, 5);
  expect(end.point[1]).toBeCloseTo(1, 5);
});
