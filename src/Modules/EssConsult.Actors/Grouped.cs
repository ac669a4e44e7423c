namespace EssConsult.Actors;

internal static class Grouped
{
    /// <summary>SIREN by threes, SIRET as its SIREN and the establishment's five digits, with no-break spaces.</summary>
    public static string Digits(string number) => number.Length < 9
        ? number
        : string.Join('\u00a0', new[] { number[..3], number[3..6], number[6..9], number[9..] }.Where(group => group.Length > 0));
}
