namespace EssConsult.Kernel.Audit;

/// <summary>An act that decides something.</summary>
/// <param name="Act">Dotted name: <c>content.publish</c>, <c>role.change</c>.</param>
/// <param name="Subject">Opaque id of what was decided upon.</param>
/// <param name="ActorId">Opaque id of the person, or the name of the job or command.</param>
/// <param name="Detail">Anything serialisable that explains the act; it can be erased later, the row cannot.</param>
public sealed record AuditEntry(string Act, string Subject, string ActorId, object? Detail = null);
