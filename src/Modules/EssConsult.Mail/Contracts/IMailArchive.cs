namespace EssConsult.Mail.Contracts;

/// <summary>What the queue still holds about one person, for export and erasure: what was sent to their id, and codes sent to their address.</summary>
public interface IMailArchive
{
    Task<IReadOnlyList<ArchivedMail>> ListAsync(string personId, string? address, CancellationToken ct);

    /// <summary>Empties the person's messages, sent or not, and takes the name out of those to others, in the caller's transaction.</summary>
    /// <param name="personId">Whose messages.</param>
    /// <param name="addresses">Every address known of the person.</param>
    /// <param name="name">As it stands in what others were told.</param>
    /// <param name="ct">Ends the wait.</param>
    Task EraseAsync(string personId, IReadOnlyCollection<string> addresses, string? name, CancellationToken ct);
}

public sealed record ArchivedMail(DateTime QueuedUtc, DateTime? SentUtc, string Template, string? Subject, string? Text);
