using System.Security.Cryptography;

namespace EssConsult.Prize.Entries;

/// <summary>Leave to enter after the deadline: for one address, once, until its own deadline, for a reason that the minutes tell. The code itself is only in the mail.</summary>
internal sealed class LateCode
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int Length = 16;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EditionId { get; init; }

    public required string Email { get; init; }

    public required string Reason { get; init; }

    public required DateTime UntilUtc { get; init; }

    public required string Hash { get; init; }

    public required DateTime IssuedUtc { get; init; }

    public required string IssuedById { get; init; }

    public DateTime? UsedUtc { get; private set; }

    /// <summary>The entry that it let in.</summary>
    public Guid? EntryId { get; private set; }

    /// <summary>80 bits, in groups of four.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(4).Select(group => new string(group)));

    public static string HashOf(string editionId, string? code) => Sealing.Hash($"{editionId}:{new string([.. (code ?? string.Empty).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)])}");

    /// <exception cref="RuleException">Used, or too late.</exception>
    public void Use(Guid entryId, DateTime now)
    {
        if (UsedUtc is not null)
        {
            throw new RuleException("late-code.used", "Ce code a déjà servi.") { Field = "Code" };
        }

        if (now >= UntilUtc)
        {
            throw new RuleException("late-code.over", "Le délai de ce code est passé.") { Field = "Code" };
        }

        (UsedUtc, EntryId) = (now, entryId);
    }
}
