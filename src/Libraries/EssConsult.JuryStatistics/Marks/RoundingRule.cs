namespace EssConsult.JuryStatistics.Marks;

/// <summary>How a figure that is published is rounded; said beforehand, for a tie may hang on it.</summary>
/// <param name="Digits">After the decimal point, 0 to 10.</param>
/// <param name="Half">Where exactly half goes: away from zero as at school and in sport, or to the even neighbour as in statistics.</param>
public sealed record RoundingRule(int Digits, MidpointRounding Half = MidpointRounding.AwayFromZero)
{
    public const int MostDigits = 10;

    /// <exception cref="ArgumentOutOfRangeException">More digits than <see cref="MostDigits"/>, or fewer than none.</exception>
    public decimal Round(decimal value) => Digits is >= 0 and <= MostDigits ? decimal.Round(value, Digits, Half) : throw new ArgumentOutOfRangeException(nameof(value), "0 to 10 digits.");
}
