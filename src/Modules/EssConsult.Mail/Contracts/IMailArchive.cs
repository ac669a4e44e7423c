namespace EssConsult.Mail.Contracts;

/// <summary>What the queue still holds about one person, for export and erasure: what was sent to their id, and codes sent to their address.</summary>
public interface IMailArchive
{
    Task<IReadOnlyList<ArchivedMail>> ListAsync(string personId, string? address, CancellationToken ct);

    /// <summary>Empties the person's messages, sent or not, in the caller's transaction.</summary>
    Task EraseAsync(string personId, string? address, CancellationToken ct);
}

public sealed record ArchivedMail(DateTime QueuedUtc, DateTime? SentUtc, string Template, string? Subject, string? Text);
