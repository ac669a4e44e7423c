namespace EssConsult.Mail.Contracts;

/// <summary>What became of the messages of one sending.</summary>
public interface IMailBatches
{
    Task<MailBatch> CountAsync(Guid batch, CancellationToken ct);
}

/// <param name="Waiting">To be sent, or to be tried again.</param>
/// <param name="Sent">Taken by the mail server.</param>
/// <param name="Failed">Refused by it, or given up.</param>
public sealed record MailBatch(int Waiting, int Sent, int Failed);
