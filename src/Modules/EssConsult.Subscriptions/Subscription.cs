namespace EssConsult.Subscriptions;

/// <summary>An e-mail address that wants news, with or without an account behind it.</summary>
internal sealed class Subscription
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>As it was typed, for the envelope.</summary>
    public required string Address { get; init; }

    /// <summary>In capitals: one subscription per address.</summary>
    public required string AddressKey { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    public DateTime CreatedUtc { get; init; }

    /// <summary>When the last link of confirmation was sent.</summary>
    public DateTime AskedUtc { get; set; }

    /// <summary>Null until the owner of the address has said yes.</summary>
    public DateTime? ConfirmedUtc { get; set; }

    /// <summary>News up to this instant have been told.</summary>
    public DateTime? ToldUtc { get; set; }

    public List<SubscriptionTopic> Topics { get; } = [];

    public static string Key(string address) => address.ToUpperInvariant();
}

/// <summary>A démarche of which a subscription wants news.</summary>
internal sealed class SubscriptionTopic
{
    /// <summary>In the place of a démarche: those that will open.</summary>
    public const string Coming = "prochaines";

    public Guid SubscriptionId { get; init; }

    public required string ProcessId { get; init; }

    /// <summary>Null until confirmed; only what happens later is told.</summary>
    public DateTime? SinceUtc { get; set; }
}
