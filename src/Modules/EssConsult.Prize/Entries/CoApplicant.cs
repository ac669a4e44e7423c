namespace EssConsult.Prize.Entries;

/// <summary>Somebody who writes and sends an entry together with who began it. Until they join it is an invitation.</summary>
internal sealed class CoApplicant
{
    /// <summary>In one entry, whoever began it left out.</summary>
    public const int Most = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid EntryId { get; init; }

    public required string Email { get; init; }

    public required string EmailKey { get; init; }

    public required DateTime InvitedUtc { get; init; }

    /// <summary>Who joined, by their own sign-in.</summary>
    public string? PersonId { get; private set; }

    public DateTime? JoinedUtc { get; private set; }

    /// <exception cref="RuleException">Somebody else has joined by this invitation.</exception>
    public void Join(string personId, DateTime now)
    {
        if (PersonId is not null && PersonId != personId)
        {
            throw new RuleException("coapplicant.taken", "Cette invitation a déjà servi.");
        }

        (PersonId, JoinedUtc) = (personId, JoinedUtc ?? now);
    }
}
