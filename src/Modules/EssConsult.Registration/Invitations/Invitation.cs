namespace EssConsult.Registration.Invitations;

/// <summary>Somebody whom the organisers want there: by name, with seats of the reserved ones first.</summary>
internal sealed class Invitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EventId { get; init; }

    public required string Name { get; set; }

    public required string Email { get; init; }

    /// <summary>The address in capitals: one invitation each.</summary>
    public required string EmailKey { get; init; }

    public DateTime CreatedUtc { get; init; }

    /// <summary>When it was last sent; reminders are sent once more only.</summary>
    public DateTime SentUtc { get; set; }

    public int TimesSent { get; set; } = 1;

    /// <summary>« Je ne viendrai pas. »</summary>
    public DateTime? DeclinedUtc { get; set; }
}
