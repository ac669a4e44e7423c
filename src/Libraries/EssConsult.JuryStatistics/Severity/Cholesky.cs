using System.Numerics;
using System.Runtime.InteropServices;

namespace EssConsult.JuryStatistics.Severity;

/// <summary>
/// Cholesky's factor of a dense symmetric matrix, kept by rows of its lower triangle: products of rows, which the processor's vectors
/// take whole. MathNet's managed provider takes three times as long at a thousand columns and a copy of the whole square.
/// </summary>
internal static class Cholesky
{
    /// <summary>In place: the lower triangle becomes its factor.</summary>
    /// <exception cref="ArithmeticException">The matrix is not positive definite: columns depend on one another.</exception>
    public static double[][] Factor(double[][] lower)
    {
        for (var row = 0; row < lower.Length; row++)
        {
            var target = lower[row];
            for (var column = 0; column < row; column++)
            {
                target[column] = (target[column] - Product(target.AsSpan(0, column), lower[column].AsSpan(0, column))) / lower[column][column];
            }

            var left = target[row] - Product(target.AsSpan(0, row), target.AsSpan(0, row));
            target[row] = left > 0 ? Math.Sqrt(left) : throw new ArithmeticException("The columns depend on one another.");
        }

        return lower;
    }

    /// <summary>Solves L x = b.</summary>
    public static double[] Forward(double[][] lower, double[] right)
    {
        var solved = new double[right.Length];
        for (var row = 0; row < right.Length; row++)
        {
            solved[row] = (right[row] - Product(lower[row].AsSpan(0, row), solved.AsSpan(0, row))) / lower[row][row];
        }

        return solved;
    }

    /// <summary>Solves L' x = b.</summary>
    public static double[] Backward(double[][] lower, double[] right)
    {
        var solved = (double[])right.Clone();
        for (var row = right.Length - 1; row >= 0; row--)
        {
            solved[row] /= lower[row][row];
            for (var column = 0; column < row; column++)
            {
                solved[column] -= lower[row][column] * solved[row];
            }
        }

        return solved;
    }

    private static double Product(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        // Four sums at once: each addition waits for the one before it, and four of them wait together.
        var ones = MemoryMarshal.Cast<double, Vector<double>>(one);
        var others = MemoryMarshal.Cast<double, Vector<double>>(other);
        var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var at = 0;
        for (; at <= ones.Length - 4; at += 4)
        {
            a = Vector.FusedMultiplyAdd(ones[at], others[at], a);
            b = Vector.FusedMultiplyAdd(ones[at + 1], others[at + 1], b);
            c = Vector.FusedMultiplyAdd(ones[at + 2], others[at + 2], c);
            d = Vector.FusedMultiplyAdd(ones[at + 3], others[at + 3], d);
        }

        var total = Vector.Sum(a + b + c + d);
        for (var index = at * Vector<double>.Count; index < one.Length; index++)
        {
            total += one[index] * other[index];
        }

        return total;
    }
}
