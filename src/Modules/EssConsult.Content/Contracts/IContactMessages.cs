namespace EssConsult.Content.Contracts;

/// <summary>What an address wrote through the contact form.</summary>
public interface IContactMessages
{
    Task<IReadOnlyList<SentMessage>> ListAsync(string address, CancellationToken ct);

    /// <summary>Inside the caller's write transaction.</summary>
    Task EraseAsync(string address, CancellationToken ct);
}

public sealed record SentMessage(string Name, string Email, string Subject, string Body, DateTime SentUtc, DateTime? HandledUtc);
