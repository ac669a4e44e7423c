using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Contact;

internal sealed class MessagesOfAddress(SiteDb db) : IContactMessages
{
    public async Task<IReadOnlyList<SentMessage>> ListAsync(string address, CancellationToken ct)
    {
        var ids = await IdsAsync(address, ct);
        return await db.Set<ContactMessage>().Where(message => ids.Contains(message.Id)).OrderBy(message => message.SentUtc)
            .Select(message => new SentMessage(message.Name, message.Email, message.Subject, message.Body, message.SentUtc, message.HandledUtc)).ToListAsync(ct);
    }

    public async Task EraseAsync(string address, CancellationToken ct)
    {
        var ids = await IdsAsync(address, ct);
        await db.Set<ContactMessage>().Where(message => ids.Contains(message.Id)).ExecuteDeleteAsync(ct);
    }

    // Addresses are written by hand, in whatever case, and databases do not agree on case: a year's are compared here.
    private async Task<List<Guid>> IdsAsync(string address, CancellationToken ct) =>
        [.. (await db.Set<ContactMessage>().Select(message => new { message.Id, message.Email }).ToListAsync(ct))
            .Where(message => message.Email.Equals(address, StringComparison.OrdinalIgnoreCase)).Select(message => message.Id)];
}
