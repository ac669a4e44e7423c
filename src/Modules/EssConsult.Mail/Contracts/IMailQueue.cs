namespace EssConsult.Mail.Contracts;

/// <summary>Where every module leaves its mail. The message is written at once and goes out after the caller's transaction.</summary>
public interface IMailQueue
{
    /// <summary>Renders the template and stages the message in <c>SiteDb</c>; the caller saves.</summary>
    Task EnqueueAsync(MailDraft draft, CancellationToken ct);

    /// <summary>The message as it would read; nothing is queued.</summary>
    Task<(string Subject, MailPassage Words)> PreviewAsync(MailDraft draft);
}

/// <summary>A message to write.</summary>
/// <param name="Template">Name without prefix nor language: <c>sign-in-code</c> finds <c>Templates/mail-sign-in-code.fr.liquid</c>.</param>
/// <param name="Recipient">E-mail address.</param>
public sealed record MailDraft(string Template, string Recipient)
{
    /// <summary>Opaque id, when the recipient has an account: erasure and digests go by it.</summary>
    public string? PersonId { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "fr";

    public MailUrgency Urgency { get; init; }

    /// <summary>Joins messages of one sending, for <see cref="IMailBatches"/>.</summary>
    public Guid? Batch { get; init; }

    /// <summary>When the message is no longer worth sending (a code that lapses).</summary>
    public DateTime? NotAfterUtc { get; init; }

    /// <summary>Absolute address that ends this kind of mail by one POST (RFC 8058): mail programs show it as a button.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>An entry for the recipient's calendar.</summary>
    public MailCalendar? Calendar { get; init; }

    /// <summary>What the template reads; links are absolute (<see cref="ISiteAddress"/>).</summary>
    public IReadOnlyDictionary<string, object?> Model { get; init; } = new Dictionary<string, object?>();
}

/// <summary>A passage that somebody wrote for this message, in both forms; a template shows it by <c>{{ Name | raw }}</c> on a line of its own.</summary>
/// <param name="Html">Safe to show.</param>
public sealed record MailPassage(string Text, string Html);

/// <summary>An iCalendar object that mail programs offer to put into the calendar, to move there or to take out (RFC 6047).</summary>
/// <param name="Method"><c>REQUEST</c> or <c>CANCEL</c>, as the object itself says.</param>
/// <param name="Text">The whole object, lines ended by CRLF.</param>
public sealed record MailCalendar(string Method, string Text);

public enum MailUrgency
{
    /// <summary>Receipts, decisions, tickets, codes.</summary>
    AtOnce,

    /// <summary>All else: one message a day at most, never at night nor on Sunday.</summary>
    Digest,
}
