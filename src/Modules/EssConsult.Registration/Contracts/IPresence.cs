namespace EssConsult.Registration.Contracts;

/// <summary>Who was let in at an event, for what is decided in its room.</summary>
public interface IPresence
{
    /// <summary>The seat of somebody with an account; null when the door has not seen them.</summary>
    Task<PresentSeat?> OfPersonAsync(string eventId, string personId, CancellationToken ct);

    /// <summary>The seat that a ticket's code opens; null when it is no ticket here, or the door has not seen whoever holds it.</summary>
    Task<PresentSeat?> OfCodeAsync(string eventId, string code, CancellationToken ct);

    Task<int> CountAsync(string eventId, CancellationToken ct);
}

/// <param name="PersonId">The account, for the seat of whoever registered.</param>
public sealed record PresentSeat(Guid AttendeeId, string? PersonId);
