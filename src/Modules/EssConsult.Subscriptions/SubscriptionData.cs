using EssConsult.Accounts.Contracts;

namespace EssConsult.Subscriptions;

/// <summary>What this module holds about an address: the démarches of which it wants news.</summary>
internal sealed class SubscriptionData(SiteDb db) : IAddressData
{
    public string Name => "abonnement";

    public async Task<object?> ExportAsync(string address, CancellationToken ct)
    {
        var key = Subscription.Key(address);
        return await db.Set<Subscription>().Where(row => row.AddressKey == key)
            .Select(row => new { row.Address, row.Language, row.CreatedUtc, row.ConfirmedUtc, Processes = row.Topics.Select(topic => new { topic.ProcessId, topic.SinceUtc }).ToList() })
            .FirstOrDefaultAsync(ct);
    }

    public async Task EraseAsync(string address, CancellationToken ct)
    {
        var key = Subscription.Key(address);
        await db.Set<Subscription>().Where(row => row.AddressKey == key).ExecuteDeleteAsync(ct);
    }
}
