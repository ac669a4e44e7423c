namespace EssConsult.Registration.Contracts;

public enum EventKind
{
    Plenary,
    Workshop,
    Other,
}

public enum EventMode
{
    InPerson,
    Online,
    Hybrid,
}

/// <summary>Who may register.</summary>
public enum EventAccess
{
    Everybody,

    /// <summary>Whoever has an account.</summary>
    WithAccount,

    /// <summary>Those who speak for a structure of the directory.</summary>
    StructureMembers,
    OnInvitation,
}

/// <summary>A rendez-vous as its content item states it; kept in step with the published version. Others may query it, never write it.</summary>
public sealed record EventRow
{
    public required string ContentItemId { get; init; }

    public string Title { get; set; } = string.Empty;

    /// <summary>Without the leading slash.</summary>
    public string Path { get; set; } = string.Empty;

    public EventKind Kind { get; set; }

    public EventMode Mode { get; set; }

    public DateTime StartsUtc { get; set; }

    public DateTime EndsUtc { get; set; }

    public string? Place { get; set; }

    public string? Address { get; set; }

    /// <summary>The plenary that this workshop belongs to.</summary>
    public string? ParentId { get; set; }

    /// <summary>Workshops of one plenary in the same slot are at the same time: one takes part in one of them.</summary>
    public string? Slot { get; set; }

    public bool Published { get; set; }

    public bool IsDemo { get; set; }

    /// <summary>Called off: nobody registers, and calendars are told.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>False for « Entrée libre ».</summary>
    public bool TakesRegistrations { get; set; }

    public DateTime? OpensUtc { get; set; }

    /// <summary>Null closes at the start.</summary>
    public DateTime? ClosesUtc { get; set; }

    public EventAccess Access { get; set; }

    public bool NeedsApproval { get; set; }

    public bool HasWaitingList { get; set; }

    /// <summary>Whether people are asked once more, a week and two days before, and lose their seat when they do not answer.</summary>
    public bool ReleasesSilentSeats { get; set; }

    /// <summary>How many people one may bring, 0 to 9.</summary>
    public int MostGuests { get; set; }

    public bool AsksNeeds { get; set; }

    /// <summary>A content type whose fields are the questions.</summary>
    public string? QuestionsType { get; set; }

    /// <summary>A content type whose fields are asked at the door.</summary>
    public string? DoorQuestionsType { get; set; }

    /// <summary>Workshops are given by ranked wishes instead of first come, first served.</summary>
    public bool TakesWishes { get; set; }

    /// <summary>Until when wishes are taken; null: until the start.</summary>
    public DateTime? WishesCloseUtc { get; set; }

    /// <summary>Grows whenever calendars must hear of a change (RFC 5545, § 3.8.7.4).</summary>
    public int Sequence { get; set; }

    public DateTime ChangedUtc { get; set; }

    public DateTime WishesClosingUtc => WishesCloseUtc is { } closes && closes < StartsUtc ? closes : StartsUtc;

    public DateTime ClosingUtc => ClosesUtc is { } closes && closes < StartsUtc ? closes : StartsUtc;
}
