using EssConsult.Mail.Contracts;

namespace EssConsult.Accounts.Contracts;

/// <summary>Mail to people by id: addresses never leave this module.</summary>
public interface IMailPeople
{
    /// <summary>Queues the message in the caller's transaction, in the person's language; people who are gone, suspended, or fictional without a persona, get none.</summary>
    Task EnqueueAsync(string personId, PersonMail mail, CancellationToken ct);

    /// <summary>Which of these people can be written to, in the order given.</summary>
    Task<IReadOnlyList<string>> ReachableAsync(IReadOnlyList<string> personIds, CancellationToken ct);

    /// <summary>As many messages at once, to as many people: their addresses are read together.</summary>
    Task EnqueueManyAsync(IReadOnlyDictionary<string, PersonMail> mails, CancellationToken ct);
}

/// <param name="Template">Name without prefix nor language.</param>
public sealed record PersonMail(string Template)
{
    public MailUrgency Urgency { get; init; }

    public DateTime? NotAfterUtc { get; init; }

    /// <summary>Joins messages of one sending, for <see cref="IMailBatches"/>.</summary>
    public Guid? Batch { get; init; }

    /// <summary>An entry for the person's calendar, told the address that it is sent to.</summary>
    public Func<string, MailCalendar>? Calendar { get; init; }

    /// <summary>Absolute address, in the person's language, that ends this kind of mail by one POST (RFC 8058).</summary>
    public Func<string, string>? UnsubscribeUrl { get; init; }

    /// <summary>What the template reads, told the person's language for its links; <c>Name</c> is added.</summary>
    public Func<string, IReadOnlyDictionary<string, object?>> Model { get; init; } = _ => new Dictionary<string, object?>();
}
