namespace EssConsult.Mail.Contracts;

/// <summary>A message waits to be sent; it wakes the sender of each node.</summary>
public sealed record MailQueued(Guid MessageId) : IEvent;
