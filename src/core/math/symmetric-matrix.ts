/**
 * Inverse of a symmetric positive definite matrix, by Cholesky factors of the matrix scaled to a diagonal of ones.
 *
 * @param matrix rows of a small square matrix; only the lower triangle is read
 * @returns null when the matrix is not positive definite beyond rounding
 */
export function invertPositiveDefinite(matrix: readonly ArrayLike<number>[]): Float64Array[] | null {
  const size = matrix.length;
  const scale = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    if (!(matrix[i][i] > 0) || !Number.isFinite(matrix[i][i])) return null;
    scale[i] = 1 / Math.sqrt(matrix[i][i]);
  }
  const lower: Float64Array[] = [];
  for (let i = 0; i < size; i++) {
    const row = new Float64Array(size);
    lower.push(row);
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j] * scale[i] * scale[j];
      for (let k = 0; k < j; k++) sum -= row[k] * lower[j][k];
      if (i !== j) row[j] = sum / lower[j][j];
      else if (sum > 1e-13) row[i] = Math.sqrt(sum);
      else return null;
    }
  }
  const inverse = Array.from({ length: size }, () => new Float64Array(size));
  for (let column = 0; column < size; column++) {
    const solution = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= lower[i][k] * solution[k];
      solution[i] = sum / lower[i][i];
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = solution[i];
      for (let k = i + 1; k < size; k++) sum -= lower[k][i] * solution[k];
      solution[i] = sum / lower[i][i];
    }
    for (let i = 0; i < size; i++) inverse[i][column] = solution[i] * scale[i] * scale[column];
  }
  return inverse;
}

/**
 * The quadratic form v' M v.
 *
 * @param matrix square, as rows
 * @param vector as long as a row
 */
export function computeQuadraticForm(matrix: readonly ArrayLike<number>[], vector: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j < matrix.length; j++) sum += vector[i] * matrix[i][j] * vector[j];
  }
  return sum;
}
