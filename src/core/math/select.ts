/**
 * The number that would stand at `position` if the numbers were sorted; they are rearranged with smaller ones before it.
 *
 * @param values   numbers, none of them NaN
 * @param position from 0, below their number
 * @see Hoare (1961), Algorithm 65: Find, Communications of the ACM 4(7)
 */
export function selectSmallest(values: Float64Array, position: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[position];
    let left = low;
    let right = high;
    do {
      while (values[left] < pivot) left++;
      while (pivot < values[right]) right--;
      if (left > right) continue;
      const swapped = values[left];
      values[left++] = values[right];
      values[right--] = swapped;
    } while (left <= right);
    if (right < position) low = left;
    if (position < left) high = right;
  }
  return values[position];
}

/** The largest of one or more numbers. */
export function findLargest(values: Float64Array): number {
  let largest = values[0];
  for (let i = 1; i < values.length; i++) if (values[i] > largest) largest = values[i];
  return largest;
}
