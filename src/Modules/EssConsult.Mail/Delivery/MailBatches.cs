using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Mail.Delivery;

internal sealed class MailBatches(SiteDb db) : IMailBatches
{
    public async Task<MailBatch> CountAsync(Guid batch, CancellationToken ct)
    {
        var counts = await db.Set<MailMessage>().Where(message => message.Batch == batch).GroupBy(message => message.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return new MailBatch(counts.GetValueOrDefault(MailState.Waiting), counts.GetValueOrDefault(MailState.Sent), counts.GetValueOrDefault(MailState.Failed));
    }
}
