using System.ComponentModel.DataAnnotations;

namespace EssConsult.Content.Contact;

/// <summary>What somebody wrote through the contact form. It is deleted a year after it came.</summary>
internal sealed class ContactMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [MaxLength(100)]
    public required string Name { get; init; }

    [MaxLength(200)]
    public required string Email { get; init; }

    [MaxLength(150)]
    public required string Subject { get; init; }

    [MaxLength(5000)]
    public required string Body { get; init; }

    public DateTime SentUtc { get; init; }

    public DateTime? HandledUtc { get; set; }
}

/// <summary>A message waits to be read.</summary>
public sealed record ContactMessageReceived(Guid MessageId) : IEvent;
