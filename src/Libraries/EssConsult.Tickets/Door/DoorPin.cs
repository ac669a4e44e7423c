using System.Security.Cryptography;

namespace EssConsult.Tickets.Door;

/// <summary>
/// What opens a door file's list of names: at least eight ASCII letters and digits, twelve when all are digits; case, spaces and hyphens do not count.
/// The README says how long which one resists.
/// </summary>
public sealed class DoorPin
{
    /// <summary>Fewest letters and digits.</summary>
    public const int MinimumLength = 8;

    /// <summary>Fewest digits without a letter: about as many bits.</summary>
    public const int MinimumDigits = 12;

    // No 0, O, 1, I or L: it is read from paper and typed in a hurry.
    private const string Drawn = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private DoorPin(string letters) => Letters = letters;

    /// <summary>What the key is derived from: upper-case letters and digits.</summary>
    internal string Letters { get; }

    /// <summary>Draws one, 39 bits: two groups of four letters and digits, to be printed for the door's team.</summary>
    public static DoorPin Draw()
    {
        while (true)
        {
            if (Parse(RandomNumberGenerator.GetString(Drawn, MinimumLength)) is { } pin)
            {
                return pin;
            }
        }
    }

    /// <summary>Reads what somebody typed, or null when it is too short, has other characters, or fewer than four different ones.</summary>
    public static DoorPin? Parse(string typed)
    {
        var letters = new string([.. typed.Where(letter => letter is not '-' && !char.IsWhiteSpace(letter))]).ToUpperInvariant();
        var fewest = letters.Any(char.IsAsciiLetter) ? MinimumLength : MinimumDigits;
        return letters.Length >= fewest && letters.All(char.IsAsciiLetterOrDigit) && letters.Distinct().Count() >= 4 ? new(letters) : null;
    }

    /// <summary>In groups of four: K7QF-2M9X.</summary>
    public override string ToString() => string.Join('-', Letters.Chunk(4).Select(group => new string(group)));
}
