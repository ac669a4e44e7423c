namespace EssConsult.Accounts.Contracts;

/// <summary>Somebody proved who they are and entered.</summary>
/// <param name="BrowserKey">Under which this browser's drafts were kept.</param>
/// <param name="IsNew">The account was made on this occasion.</param>
public sealed record PersonIdentified(string PersonId, string? BrowserKey, bool IsNew) : IEvent
{
    public string? Subject => PersonId;
}

/// <summary>The displayed name, the badge, the roles or the suspension changed.</summary>
/// <param name="Suspended">The account was suspended (true) or given back (false); null when that is not what changed.</param>
public sealed record PersonChanged(string PersonId, bool? Suspended = null) : IEvent
{
    public string? Subject => PersonId;
}

/// <summary>The account is gone; what the person wrote went with it or stays without a name.</summary>
public sealed record PersonErased(string PersonId, bool KeptTexts) : IEvent
{
    public string? Subject => PersonId;
}
