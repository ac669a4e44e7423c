namespace EssConsult.Registration;

/// <summary>One seat of a registration and who sits on it. Seats of a group may wait for their names.</summary>
internal sealed class Attendee
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RegistrationId { get; init; }

    public required string EventId { get; init; }

    /// <summary>0 for whoever registered.</summary>
    public int Position { get; set; }

    /// <summary>Null until somebody fills the seat in.</summary>
    public string? Name { get; set; }

    public string? Organisation { get; set; }

    /// <summary>What the ticket proves to know, 16 random bytes.</summary>
    public byte[] Secret { get; init; } = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
}
