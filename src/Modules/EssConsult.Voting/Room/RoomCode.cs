using System.Security.Cryptography;
using System.Text;

namespace EssConsult.Voting.Room;

/// <summary>
/// What stands on the tables and on the screen of a room: it shows that somebody is there, not who. Each browser has one voice with it, so
/// that it is for indicative polls only; a trigger refuses it to any other vote.
/// </summary>
internal static class RoomCode
{
    private const int Length = 6;

    public static string New() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", Length);

    public static bool Opens(Ballot ballot, BallotRule rule, string? typed) =>
        rule is { Indicative: true, Electorate.Kind: ElectorateKind.Room } && ballot.RoomCode is { } code && string.Equals(typed?.Trim(), code, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of one browser in one vote; what the browser is known by does not follow from it.</summary>
    public static string VoterOf(Guid ballotId, string browser) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ballotId}\n{browser}")))[..32];
}
