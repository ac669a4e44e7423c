using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EssConsult.Actors.Contracts;
using EssConsult.Voting.Ballots;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Electorates;

/// <summary>What an import found.</summary>
internal sealed record RollReport(IReadOnlyList<string> Refused);

/// <summary>Replaces the list of a draft: one address, or one structure, on each line, perhaps a weight behind a semicolon or a comma.</summary>
internal sealed class RollImport(SiteDb db, IActors actors, CurrentPerson person)
{
    public const int MostLines = 200_000;

    private const int ShownRefusals = 20;

    public async Task<RollReport> ReplaceAsync(Guid ballotId, string text, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var ballot = await db.LockBallotAsync(ballotId, ct);
        ballot.RequireDraft();
        var (lines, refused) = ballot.Plan.Electorate.Kind == ElectorateKind.Structures ? await StructuresAsync(ballotId, text, ct) : Addresses(ballotId, text);
        await db.Set<RollLine>().Where(line => line.BallotId == ballotId).ExecuteDeleteAsync(ct);
        db.AddRange(lines);
        db.Audit(new AuditEntry("ballot.roll-imported", ballotId.ToString(), person.RequiredId, new { lines.Count }));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return new RollReport([.. refused.Take(ShownRefusals)]);
    }

    /// <summary>SHA-256 of the salt and the lines in order: it shows that the list is the one that was frozen, and not who is on it.</summary>
    public static string HashOf(string salt, IEnumerable<RollLine> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.AddressKey ?? line.ActorId?.ToString()};{line.Weight}")).Order(StringComparer.Ordinal).Prepend(salt)))));

    private static (List<RollLine> Lines, List<string> Refused) Addresses(Guid ballotId, string text)
    {
        var (lines, refused) = (new Dictionary<string, RollLine>(), new List<string>());
        foreach (var (typed, weight) in Read(text))
        {
            if (EmailAddress.Clean(typed) is not { } address || weight is null || !lines.TryAdd(EmailAddress.Normalize(address), new RollLine { BallotId = ballotId, AddressKey = EmailAddress.Normalize(address), Weight = weight.Value }))
            {
                refused.Add(typed);
            }
        }

        return ([.. lines.Values], refused);
    }

    private async Task<(List<RollLine> Lines, List<string> Refused)> StructuresAsync(Guid ballotId, string text, CancellationToken ct)
    {
        var read = Read(text).ToList();
        var known = await actors.ByNameAsync([.. read.Select(line => line.Typed)], ct);
        var (lines, refused) = (new Dictionary<Guid, RollLine>(), new List<string>());
        foreach (var (typed, weight) in read)
        {
            if (!known.TryGetValue(TextKey.Of(typed), out var id) || weight is null || !lines.TryAdd(id, new RollLine { BallotId = ballotId, ActorId = id, Weight = weight.Value }))
            {
                refused.Add(typed);
            }
        }

        return ([.. lines.Values], refused);
    }

    /// <summary>« adresse;poids », « structure;poids », or the first of them alone.</summary>
    private static bool IsHeading(string[] cells) => !cells[0].Contains('@', StringComparison.Ordinal) && cells[0].Trim('"') is var first && (first.Equals("adresse", StringComparison.OrdinalIgnoreCase) || first.Equals("structure", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="RuleException">There are too many lines.</exception>
    private static IEnumerable<(string Typed, long? Weight)> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MostLines)
        {
            throw new RuleException("roll.long", "Une liste compte {0} lignes au plus.", MostLines);
        }

        foreach (var line in lines)
        {
            var cells = line.Split([';', ',', '\t'], StringSplitOptions.TrimEntries);
            if (cells[0].Trim('"') is { Length: > 0 } typed && !IsHeading(cells))
            {
                yield return (typed, cells.Length < 2 || cells[1].Length == 0 ? 1 : long.TryParse(cells[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and < 1_000_000_000 ? weight : null);
            }
        }
    }
}
