using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace EssConsult.Tally;

/// <summary>An exact number, reduced. Written "7" or "-13/4", so that no reader rounds it.</summary>
[JsonConverter(typeof(FractionJson))]
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger denominator;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var divisor = denominator.IsOne ? BigInteger.One : BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, this.denominator) = divisor.IsOne ? (numerator, denominator) : (numerator / divisor, denominator / divisor);
    }

    public BigInteger Numerator { get; }

    /// <summary>One or more.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>For plots and percentages only: a decision is never taken on it.</summary>
    public double Approximately
    {
        get
        {
            var shift = (int)Math.Max(0, Math.Max(Numerator.GetBitLength(), Denominator.GetBitLength()) - 1000);
            return (double)(Numerator >> shift) / (double)(Denominator >> shift);
        }
    }

    public static implicit operator Fraction(long value) => new(value, BigInteger.One);

    public static implicit operator Fraction(Int128 value) => new(value, BigInteger.One);

    public static implicit operator Fraction(BigInteger value) => new(value, BigInteger.One);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <returns>False for anything but digits, perhaps a sign before and a slash with more digits behind.</returns>
    public static bool TryParse(string? text, out Fraction value)
    {
        value = default;
        var parts = text?.Split('/') ?? [];
        if (parts.Length is not (1 or 2) || !Integer(parts[0], NumberStyles.AllowLeadingSign, out var numerator))
        {
            return false;
        }

        var denominator = BigInteger.One;
        if (parts.Length == 2 && (!Integer(parts[1], NumberStyles.None, out denominator) || denominator.IsZero))
        {
            return false;
        }

        value = new Fraction(numerator, denominator);
        return true;
    }

    /// <exception cref="FormatException">Not "7" or "-13/4".</exception>
    public static Fraction Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException($"\"{text}\" is not a fraction.");

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    private static bool Integer(string text, NumberStyles style, out BigInteger value)
    {
        value = default;
        return text.Length <= 20_000 && BigInteger.TryParse(text, style, CultureInfo.InvariantCulture, out value);
    }
}
