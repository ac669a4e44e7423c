namespace EssConsult.Notifications.Contracts;

/// <summary>A kind of news that people can choose to have or not: a module adds it as a singleton.</summary>
/// <param name="Name">As it is stored; it stays.</param>
/// <param name="Label">French, a key of the translations: « On répond à mon commentaire ».</param>
public sealed record NewsKind(string Name, string Label)
{
    /// <summary>What people get who have not chosen.</summary>
    public NewsMail Mail { get; init; } = NewsMail.Digest;

    public int Order { get; init; } = 50;
}

public enum NewsMail
{
    /// <summary>With the others, once a day at most.</summary>
    Digest,

    /// <summary>Within minutes, outside the person's quiet hours.</summary>
    AtOnce,
    Never,
}
