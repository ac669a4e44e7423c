namespace EssConsult.Actors;

internal enum MemberRole
{
    /// <summary>Edits the structure and decides on its members.</summary>
    Contact,

    /// <summary>May publish in its name.</summary>
    Member,
}

internal enum MemberState
{
    Requested,
    Accepted,
    Declined,
}

/// <summary>A person who asked to speak for a structure, and what the structure answered.</summary>
internal sealed class ActorMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActorId { get; init; }

    /// <summary>Opaque id of the person.</summary>
    public required string PersonId { get; init; }

    public MemberRole Role { get; set; } = MemberRole.Member;

    public MemberState State { get; private set; }

    /// <summary>What the person wrote to the structure with the request.</summary>
    public string? Message { get; init; }

    public DateTime RequestedUtc { get; init; }

    public DateTime? DecidedUtc { get; private set; }

    public string? DecidedById { get; private set; }

    /// <returns>False when the answer is the one already given.</returns>
    public bool Decide(bool accept, string deciderId, DateTime now)
    {
        var answer = accept ? MemberState.Accepted : MemberState.Declined;
        if (State == answer)
        {
            return false;
        }

        (State, DecidedById, DecidedUtc) = (answer, deciderId, now);
        return true;
    }
}
