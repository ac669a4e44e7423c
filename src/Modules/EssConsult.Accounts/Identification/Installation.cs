namespace EssConsult.Accounts.Identification;

/// <summary>A one-time link that makes whoever opens it an administrator.</summary>
internal sealed class Installation
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public required string TokenHash { get; init; }

    /// <summary>The address that was invited; null when the link was printed on the console.</summary>
    public string? Email { get; init; }

    public DateTime ExpiresUtc { get; init; }
}
