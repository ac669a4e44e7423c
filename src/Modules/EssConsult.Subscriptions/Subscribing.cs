using EssConsult.Mail.Contracts;

namespace EssConsult.Subscriptions;

/// <summary>The verbs of whoever owns an address: ask, confirm, leave. Each stages; the page saves.</summary>
internal sealed class Subscribing(SiteDb db, IProcesses processes, IMailQueue mail, ISiteAddress address, SubscriptionLinks links, TimeProvider clock)
{
    /// <summary>Sends the link of confirmation. What the page says is the same whether the address was known or not.</summary>
    /// <exception cref="RuleException">It is not an address.</exception>
    public async Task AskAsync(string? typed, string processId, string language, CancellationToken ct)
    {
        var clean = EmailAddress.Clean(typed) ?? throw new RuleException("subscription.address", "Écrivez une adresse e-mail, par exemple prenom.nom@exemple.fr.") { Field = "Address" };
        var now = clock.UtcNow();
        var key = Subscription.Key(clean);
        var known = await db.Set<Subscription>().Include(row => row.Topics).FirstOrDefaultAsync(row => row.AddressKey == key, ct);
        var subscription = known ?? db.Add(new Subscription { Address = clean, AddressKey = key, Language = language, CreatedUtc = now }).Entity;
        var isNew = subscription.Topics.TrueForAll(topic => topic.ProcessId != processId);
        if (isNew)
        {
            subscription.Topics.Add(new SubscriptionTopic { ProcessId = processId });
        }

        if (isNew || subscription.AskedUtc + SubscriptionLimits.BetweenLinks <= now)
        {
            subscription.AskedUtc = now;
            await SendLinkAsync(subscription, processId, language, ct);
        }
    }

    /// <summary>The subscription of a link of confirmation; null when the link is not ours or has lapsed.</summary>
    public Task<Subscription?> FindToConfirmAsync(string? token, CancellationToken ct) => FindAsync(links.ReadConfirmation(token), ct);

    public Task<Subscription?> FindToLeaveAsync(string? token, CancellationToken ct) => FindAsync(links.ReadLeave(token), ct);

    public void Confirm(Subscription subscription)
    {
        var now = clock.UtcNow();
        subscription.ConfirmedUtc ??= now;
        subscription.Topics.ForEach(topic => topic.SinceUtc ??= now);
    }

    /// <summary>Nothing is kept of an address that has left.</summary>
    public void Leave(Subscription subscription) => db.Remove(subscription);

    private async Task<Subscription?> FindAsync(Guid? id, CancellationToken ct) =>
        id is null ? null : await db.Set<Subscription>().Include(row => row.Topics).FirstOrDefaultAsync(row => row.Id == id, ct);

    private Task SendLinkAsync(Subscription subscription, string processId, string language, CancellationToken ct) => mail.EnqueueAsync(
        new MailDraft("subscription-confirm", subscription.Address)
        {
            Language = language,
            NotAfterUtc = clock.UtcNow() + SubscriptionLimits.UnconfirmedKept,
            Model = new Dictionary<string, object?>
            {
                ["Process"] = processId == SubscriptionTopic.Coming ? null : processes.Find(processId)?.Title,
                ["Url"] = address.Absolute(links.ToConfirm(subscription.Id), language),
            },
        }, ct);
}
