namespace EssConsult.Notifications.Contracts;

/// <summary>A kind of news that people can choose to have or not: a module adds it as a singleton.</summary>
/// <param name="Name">As it is stored; it stays.</param>
/// <param name="Label">French, a key of the translations: « On répond à mon commentaire ».</param>
public sealed record NewsKind(string Name, string Label)
{
    /// <summary>What people get who have not chosen.</summary>
    public NewsMail Mail { get; init; } = NewsMail.Digest;

    public int Order { get; init; } = 50;

    /// <summary>False for what is never news of the site, but a mail alone.</summary>
    public bool OnSite { get; init; } = true;

    /// <summary>How it can be had by mail; empty for what another mail says anyhow.</summary>
    public IReadOnlyList<NewsMail> Ways { get; init; } = [NewsMail.Digest, NewsMail.AtOnce, NewsMail.Never];
}

public enum NewsMail
{
    /// <summary>With the others, once a day at most.</summary>
    Digest,

    /// <summary>Within minutes, outside the person's quiet hours.</summary>
    AtOnce,
    Never,
}
