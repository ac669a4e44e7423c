namespace EssConsult.Registration.Contracts;

/// <summary>A table has read what it wrote and agrees.</summary>
public sealed record SheetConfirmed(Guid SheetId, string EventId, int Table, int Proposals) : IEvent
{
    public string Subject => EventId;
}

/// <summary>What a table wrote stands among the contributions.</summary>
public sealed record SheetPublished(Guid SheetId, string EventId, int Table, string[] ContentItemIds) : IEvent
{
    public string Subject => EventId;
}

/// <summary>The page of a rendez-vous lists something else than before.</summary>
public sealed record EventEchoed(string EventId) : IEvent
{
    public string Subject => EventId;
}
